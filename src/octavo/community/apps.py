from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "octavo.community"
    label = "community"

    def ready(self) -> None:
        """Make the acts known that readers may send."""
        from octavo.community import sent as sent
