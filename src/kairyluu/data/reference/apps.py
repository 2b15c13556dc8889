from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "kairyluu.data.reference"
    label = "reference"
