from __future__ import annotations

from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "kairyluu.faces.watch"
    label = "watch"
