from django.apps import AppConfig


class ClockworkConfig(AppConfig):
    name = "kairyluu.faces.clockwork"
    label = "clockwork"
