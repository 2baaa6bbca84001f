from django.apps import AppConfig


class PipelineConfig(AppConfig):
    name = "octavo.pipeline"
    label = "pipeline"
