from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "kairyluu.design"
    label = "design"
