from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "kairyluu.data.agencies"
    label = "agencies"
