from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "octavo.editions"
    label = "editions"
