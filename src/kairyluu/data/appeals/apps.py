from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "kairyluu.data.appeals"
    label = "appeals"
