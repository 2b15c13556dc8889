"""The addresses of the desk: lists first, then one appeal (urls_case)."""

from __future__ import annotations

from django.urls import include, path

from kairyluu.faces.desk.views import home, queues, register_book, register_now, take_in
from kairyluu.faces.desk.views.confidence import forsaken
from kairyluu.faces.desk.views.exchange import documents
from kairyluu.faces.desk.views.steering import control, letters, programs, record, ways, webhooks

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("inbox/", queues.queue, {"code": "inbox"}, name="inbox"),
    path("inbox/<uuid:appeal_id>/register/", register_now.register_now, name="register-now"),
    path("lists/<slug:code>/", queues.queue, name="queue"),
    path("take-in/", take_in.take_in_appeal, name="take-in"),
    path("take-in/slip/", take_in.slip, name="take-in-slip"),
    path("confidential/", forsaken.forsaken, name="forsaken"),
    path("confidential/<uuid:appeal_id>/", forsaken.anew, name="forsaken-name"),
    path("control/", control.control, name="control"),
    path("control/<slug:section>/", control.control, name="control-section"),
    path("head-record/", record.record, name="head-record"),
    path("head-record/sheet.pdf", record.record_pdf, name="head-record-pdf"),
    path("ways/", ways.ways, name="ways"),
    path("letters/", letters.letters, name="letters"),
    path("letters/<uuid:notice_id>/", letters.letter, name="letter"),
    path("programs/", programs.programs, name="programs"),
    path("programs/<uuid:program_id>/", webhooks.webhooks, name="program-webhooks"),
    path("register-book/", register_book.register_book, name="register-book"),
    path("register-book/sheet.pdf", register_book.register_book_pdf, name="register-book-pdf"),
    path("register-book/earlier/", include("kairyluu.faces.desk.urls_registers")),
    path("mail/", include("kairyluu.faces.desk.views.letters.urls")),
    path("document-system/", documents.documents, name="document-system"),
    path("document-system/act/", documents.act_on_document, name="document-system-act"),
    path("search/", queues.search, name="search"),
    path("", include("kairyluu.faces.desk.urls_case")),
]
