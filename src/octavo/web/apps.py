from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "octavo.web"
    label = "web"
