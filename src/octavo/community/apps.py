from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "octavo.community"
    label = "community"
