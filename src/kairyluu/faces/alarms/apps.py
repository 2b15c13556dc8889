from __future__ import annotations

from django.apps import AppConfig


class AlarmsFaceConfig(AppConfig):
    name = "kairyluu.faces.alarms"
    label = "alarms_face"
