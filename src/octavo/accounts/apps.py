from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "octavo.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Make the acts known that readers may send."""
        from octavo.accounts import marking as marking
