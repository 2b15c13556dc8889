from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kairyluu.data.journal"
    label = "journal"
