from django.apps import AppConfig


class PipelineConfig(AppConfig):
    name = "octavo.pipeline"
    label = "pipeline"

    def ready(self) -> None:
        """Make known what machines keep of people."""
        from octavo.pipeline import belongings

        belongings.register()
