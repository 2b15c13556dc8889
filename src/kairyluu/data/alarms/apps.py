from django.apps import AppConfig


class AlarmsConfig(AppConfig):
    name = "kairyluu.data.alarms"
    label = "alarms"
