from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kairyluu.data.people"
    label = "people"
