"""The addresses of letters that arrived by e-mail."""

from __future__ import annotations

from django.urls import URLPattern, path

from kairyluu.faces.desk.views.letters import deciding, reading, taking_in

urlpatterns: list[URLPattern] = [
    path("", reading.letters, name="mail"),
    path("<uuid:letter_id>/", taking_in.letter, name="mail-letter"),
    path("<uuid:letter_id>/no-appeal/", deciding.no_appeal, name="mail-no-appeal"),
    path("<uuid:letter_id>/attach/", deciding.attach, name="mail-attach"),
    path("<uuid:letter_id>/put-back/", deciding.back, name="mail-put-back"),
    path("<uuid:letter_id>/raw/", reading.file, name="mail-raw"),
    path("<uuid:letter_id>/files/<uuid:file_id>/", reading.file, name="mail-file"),
]
