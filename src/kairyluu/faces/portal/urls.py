"""The addresses of the portal, by what a citizen comes for."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.portal.urls_public import PUBLIC
from kairyluu.faces.portal.views import (
    appearance,
    checking,
    home,
    instruction,
    receipt,
    receipt_pdf,
    sending,
    tracking,
)
from kairyluu.faces.portal.views.hands import considering
from kairyluu.faces.portal.views.uploads import pieces
from kairyluu.faces.portal.views.voice import speaking, ways

app_name = "portal"

SENDING = [
    path("instruction/", instruction.instruction, name="instruction"),
    path("submit/", sending.submit, name="submit"),
    path("submit/send/", sending.send, name="send"),
    path("submit/uploads/", pieces.uploads, name="uploads"),
    path("submit/uploads/<uuid:upload_id>/", pieces.upload, name="upload"),
    path("receipt/", receipt.receipt, name="receipt"),
    path("receipt/pdf/", receipt_pdf.receipt_pdf, name="receipt-pdf"),
]
TRACKING = [
    path("track/", tracking.track, name="track"),
    path("track/<str:number>/", tracking.show, name="track-show"),
    path("track/<str:number>/files/<uuid:file_id>/", tracking.file, name="track-file"),
    path("track/<str:number>/take-back/", considering.take_back, name="track-take-back"),
    path("track/<str:number>/reply/", considering.reply, name="track-reply"),
    path("track/<str:number>/rating/", speaking.rating, name="track-rating"),
    path("track/<str:number>/ways/", ways.ways, name="track-ways"),
    path("push-worker.js", ways.worker, name="push-worker"),
    path("track/<str:number>/review/", speaking.review, name="track-review"),
    path("track/<str:number>/promises/<int:promise_id>/", speaking.promise, name="track-promise"),
    path("t/<str:number>/<str:secret>/", tracking.scan, name="track-scan"),
    path("check/<str:verification_code>/", checking.check, name="check"),
]
READING = [
    path("", home.home, name="home"),
    path("appearance/", appearance.appearance, name="appearance"),
]

urlpatterns = SENDING + TRACKING + READING + PUBLIC
