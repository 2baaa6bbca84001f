from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "octavo.editions"
    label = "editions"

    def ready(self) -> None:
        """Make known what is people's own among the editions."""
        from octavo.accounts import belongings
        from octavo.editions.models import OwnEdition

        belongings.register_rows("editions", OwnEdition, owner="owner")
