from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "octavo.accounts"
    label = "accounts"
