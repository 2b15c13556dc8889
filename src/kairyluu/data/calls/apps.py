from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "kairyluu.data.calls"
    label = "calls"
