from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "octavo.community"
    label = "community"

    def ready(self) -> None:
        """Make the acts known that readers may send, and what is theirs."""
        from octavo.accounts import belongings
        from octavo.community import own
        from octavo.community import sent as sent

        belongings.register("discussions", own.exported, own.erase_all)
