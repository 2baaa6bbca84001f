from django.apps import AppConfig


class EnrichConfig(AppConfig):
    name = "octavo.enrich"
    label = "enrich"
