from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "kairyluu.data.referrals"
    label = "referrals"
