from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "octavo.sources"
    label = "sources"
