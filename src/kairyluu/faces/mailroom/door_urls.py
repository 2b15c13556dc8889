"""Where a document system knocks through X-Road; served by the door alone, which asks for the security server's certificate."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.mailroom.views import door

app_name = "door"

urlpatterns = [
    path("openapi.json", door.described, name="openapi"),
    path("messages/<uuid:key>", door.message, name="message"),
    path("registrations/<uuid:key>", door.registration, name="registration"),
]
