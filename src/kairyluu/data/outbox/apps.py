from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "kairyluu.data.outbox"
    label = "outbox"
