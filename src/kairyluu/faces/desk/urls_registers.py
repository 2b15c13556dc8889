"""The addresses of registers of earlier years."""

from __future__ import annotations

from django.urls import path, re_path

from kairyluu.faces.desk.views.registers import batch, earlier

urlpatterns = [
    path("", earlier.earlier, name="earlier"),
    re_path(r"^register\.(?P<ending>csv|xlsx)$", earlier.template, name="earlier-template"),
    path("files/<uuid:upload_id>/", earlier.upload, name="earlier-upload"),
    path("<int:batch_id>/", batch.batch, name="earlier-batch"),
    path("<int:batch_id>/refused.csv", batch.refused, name="earlier-refused"),
]
