from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kairyluu.data.letters"
    label = "letters"
