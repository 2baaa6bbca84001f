"""The queue's jobs."""

import procrastinate


def on_app_ready(app: procrastinate.App) -> None:
    pass
