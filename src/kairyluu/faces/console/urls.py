"""The addresses of the trust telephone."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.console.views import alarm, call, home, journal, offline, ringing, second_entries

app_name = "console"

urlpatterns = [
    path("", home.home, name="home"),
    path("open/", home.open_new, name="open"),
    path("blank/", offline.blank, name="blank"),
    path("kept/", offline.open_kept, name="open-kept"),
    path("worker.js", offline.worker, name="worker"),
    path("ringing/", ringing.ringing, name="ringing"),
    path("call-backs/", ringing.note, name="call-backs"),
    path("call-backs/<int:entry_id>/", ringing.settle, name="call-back"),
    path("calls/<uuid:call_id>/", call.call, name="call"),
    path("calls/<uuid:call_id>/autosave/", call.autosave, name="autosave"),
    path("calls/<uuid:call_id>/alarm/", alarm.raise_in_call, name="raise"),
    path("calls/<uuid:call_id>/alarms/", alarm.alarms_of_call, name="alarms-of-call"),
    path("referral/", call.referral, name="referral"),
    path("journal/", journal.journal, name="journal"),
    path("journal/pages.pdf", journal.journal_pdf, name="journal-pdf"),
    path("journal/entries/<int:entry_id>/correct/", journal.correct, name="correct"),
    path("second-entries/", second_entries.second_entries, name="second-entries"),
    path("second-entries/<uuid:key>/", second_entries.send, name="second-entry"),
    path("today/", journal.today, name="today"),
    path("today/sheet.pdf", journal.today_pdf, name="today-pdf"),
]
