from django.apps import AppConfig


class ExtractConfig(AppConfig):
    name = "octavo.extract"
    label = "extract"
