"""A telephone exchange announces a call of a line: once when it rings, again when it is answered and over, as often as
it likes. POST, JSON, `Authorization: Bearer <key of the line>`."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kairyluu.faces.mailroom.announcement import Unreadable, call_of, number_of, read
from kairyluu.queries.calls.lines import card_of
from kairyluu.queries.exchange.telephone import NoSuchKey, line_of_key
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.usecases.exchange.note_ringing import MomentsWrong, NoteRinging, note_ringing

EXCHANGE = Actor(kind=SYSTEM, name="Telephone exchange")
LANGUAGES = ("ky", "ru", "en")


@never_cache
@csrf_exempt
def announce(request: HttpRequest) -> JsonResponse:
    """201 for a new call, 200 for a known one; outside hours with the words a caller is told."""
    if request.method != "POST":
        return _no(405, "only_post", "Send it by POST.", headers={"Allow": "POST"})
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    try:
        line = line_of_key(key.strip() if scheme.lower() == "bearer" else "")
    except NoSuchKey:
        challenge = {"WWW-Authenticate": "Bearer"}
        return _no(401, "key", "Show the key of the line: Authorization: Bearer …", headers=challenge)
    try:
        sent = read(request.body)
        if sent.get("line") and number_of(sent["line"]) != line.number_e164:
            raise Unreadable("The key is of another line.", "line")
        command = NoteRinging(line=line.code, call=call_of(sent))
        row, is_new = note_ringing(command, actor=EXCHANGE, now=timezone.now())
    except Unreadable as fault:
        return _no(400, fault.field, str(fault))
    except MomentsWrong as wrong:
        told = "It must lie between the beginning of the call and now."
        return _no(400, str(wrong.facts["field"]), told)
    card = card_of(line, row.started_at)
    closed = {language: line.told_when_closed(language) for language in LANGUAGES}
    return JsonResponse(
        {
            "call_id": row.reference,
            "is_new": is_new,
            "is_open": not row.is_outside_hours,
            "open_next_at": card.next_at.isoformat() if card.has_hours else None,
            "say": closed if row.is_outside_hours else {},
        },
        status=201 if is_new else 200,
    )


def _no(status: int, field: str, told: str, headers: dict[str, str] | None = None) -> JsonResponse:
    return JsonResponse({"field": field, "told": told}, status=status, headers=headers)
