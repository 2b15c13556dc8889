from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "kairyluu.notices"
    label = "notices"
