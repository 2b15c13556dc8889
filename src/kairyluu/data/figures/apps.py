from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "kairyluu.data.figures"
    label = "figures"
