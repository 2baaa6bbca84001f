from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "octavo.search"
    label = "search"
