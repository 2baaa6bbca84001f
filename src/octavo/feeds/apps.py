from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "octavo.feeds"
    label = "feeds"
