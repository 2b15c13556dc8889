from __future__ import annotations

from django.apps import AppConfig


class CabinetConfig(AppConfig):
    name = "kairyluu.faces.cabinet"
    label = "cabinet"
