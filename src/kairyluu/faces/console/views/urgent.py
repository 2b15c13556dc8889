"""What the words of a call suggest, beside its text: drawn with the page, and sent anew with every autosave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.template.loader import render_to_string

from kairyluu.faces.console.forms import typed, uuid_or_none
from kairyluu.faces.console.gate import ConsoleRequest
from kairyluu.faces.console.page import language_now
from kairyluu.queries.alarms import seeing as alarms
from kairyluu.queries.calls.urgency import suggest_urgent, urgent_class
from kairyluu.queries.directory import directory
from kairyluu.queries.referrals import seeing as referrals
from kairyluu.usecases.alarms.raise_alarm import RaiseAlarm, raise_alarm
from kairyluu.usecases.calls.decide_suggestion import PUT_ASIDE, TAKEN_UP, aside_of

if TYPE_CHECKING:
    from kairyluu.data.calls.models import Call

MOST = 2  # suggestions shown at a time


def urgent_beside(fields: Mapping[str, str]) -> dict[str, Any]:
    """For `console/urgent.html`."""
    language = language_now()
    suggested = suggest_urgent(fields.get("text", ""), language, but=aside_of(fields))
    return {
        "suggested": suggested[:MOST],
        "taken_up": urgent_class(fields.get(TAKEN_UP, ""), language),
        "aside": fields.get(PUT_ASIDE, ""),
    }


def urgent_of(request: ConsoleRequest, call: Call, fields: Mapping[str, str]) -> dict[str, Any]:
    """What is urgent about a call: what its words suggest, the alarms raised in it, what went to law enforcement."""
    actor, today = request.actor, request.today
    return {
        "urgent": urgent_beside(fields),
        "urgent_classes": list(directory().urgent_classes.values()),
        "alarms": alarms.list_of_call(actor, call.pk, today) if call.pk else [],
        "referrals": referrals.list_of_call(actor, call.pk, now=request.now, today=today) if call.pk else [],
    }


def urgent_part(fields: Mapping[str, str]) -> str:
    """The part of the page alone, for the script."""
    return render_to_string("console/urgent.html", {"urgent": urgent_beside(fields)})


def raise_typed(request: ConsoleRequest, call_id: UUID, code: str, *, is_drill: bool = False) -> None:
    """The alarm of a class, with the form as typed so far."""
    command = RaiseAlarm(
        raising_key=uuid_or_none(request.POST.get("raising_key")) or uuid4(),
        urgent_class=code,
        call_id=call_id,
        fields=typed(request.POST),
        is_drill=is_drill,
    )
    raise_alarm(command, actor=request.actor, now=request.now)
