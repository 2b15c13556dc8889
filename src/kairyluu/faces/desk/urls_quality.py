"""The addresses of what makes an answer good: promises kept."""

from __future__ import annotations

from django.urls import URLPattern, path

from kairyluu.faces.desk.views.quality import copies, due, promises

CASE = "appeals/<uuid:appeal_id>/"

urlpatterns: list[URLPattern] = [
    path("promises/", due.promises_due, name="promises"),
    path(f"{CASE}copies/", copies.copies, name="case-copies"),
    path(f"{CASE}promises/<int:promise_id>/", promises.confirm, name="case-promise"),
]
