from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "octavo.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Make the acts known that readers may send, and what of their state they may take along."""
        from octavo.accounts import marking as marking
        from octavo.accounts import own_state

        own_state.register()
