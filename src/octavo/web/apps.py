from typing import Any

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "octavo.web"
    label = "web"

    def ready(self) -> None:
        """Have devices told of what people are told in discussions."""
        from octavo.community.signals import notified

        notified.connect(_push)


def _push(**facts: Any) -> None:
    from octavo.web import told_comments

    told_comments.push(facts["notification"])
