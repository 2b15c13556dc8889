from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "kairyluu.data.exchange"
    label = "exchange"
