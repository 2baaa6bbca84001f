from django.apps import AppConfig


class DedupeConfig(AppConfig):
    name = "octavo.dedupe"
    label = "dedupe"
