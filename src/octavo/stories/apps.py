from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "octavo.stories"
    label = "stories"
