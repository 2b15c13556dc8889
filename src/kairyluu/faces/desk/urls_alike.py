"""The addresses of what one appeal is to others, and of its signatures."""

from __future__ import annotations

from django.urls import URLPattern, path

from kairyluu.faces.desk.views import case_alike

CASE = "appeals/<uuid:appeal_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{CASE}liken/", case_alike.liken, name="case-liken"),
    path(f"{CASE}merge/", case_alike.merge, name="case-merge"),
    path(f"{CASE}join/", case_alike.join, name="case-join"),
    path(f"{CASE}group/", case_alike.group, name="case-group"),
    path(f"{CASE}leave-group/", case_alike.leave, name="case-leave-group"),
    path(f"{CASE}translate/", case_alike.translate, name="case-translate"),
    path(f"{CASE}end-correspondence/", case_alike.end, name="case-end-correspondence"),
    path(f"{CASE}signature/", case_alike.signature, name="case-signature"),
    path(f"{CASE}meeting/", case_alike.meeting, name="case-meeting"),
    path(f"{CASE}compare/<uuid:other_id>/", case_alike.compare, name="case-compare"),
]
