from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    name = "kairyluu.data.analyses"
    label = "analyses"
