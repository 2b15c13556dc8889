"""What every way of making an appeal confidential shares. Regulation of the Alai line, III.3: whoever reports corruption is
not to be known to more people than must know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from kairyluu.data.alarms.sealing import seal_words_of
from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.calls.models import Call
from kairyluu.data.exchange.models import CallBack, IncomingCall
from kairyluu.data.outbox.models import Notice, Way
from kairyluu.notices.ways import root_of
from kairyluu.queries.directory import directory
from kairyluu.rules import conflicts, policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek

# What a call's form holds of who called.
CALLER = ("name", "legal_form", "organisation", "phone", "home_territory", "home_address", "postal_address")


ASKED = "Арыз ээси өтүндү"


class NobodyDecides(Refused):
    """Among the persons named is no head or deputy who may decide the appeal."""


def veil(appeal: Appeal, ground: str, *, by: int | None, confidants: Iterable[int], now: datetime) -> None:
    """Seals who sent the appeal, here and wherever else a row names him; saves all but the appeal itself."""
    addresses = _addresses_of(appeal)
    confiding.make_confidential(appeal, ground, by=by, confidants=confidants, now=now)
    letters = Notice.objects.filter(appeal_id=appeal.pk, address__in=addresses)
    letters.filter(state="waiting").update(state="failed", last_error="the appeal became confidential")
    letters.update(address=confiding.VEIL)
    Way.objects.filter(appeal_id=root_of(appeal)).delete()
    for call in Call.objects.filter(appeal=appeal):
        veil_call(call)
        call.save(update_fields=["fields", "number"])
    seal_words_of(appeal.pk)


def _addresses_of(appeal: Appeal) -> set[str]:
    """Of everybody who sent it, by every way he is told."""
    senders = Applicant.objects.filter(appeal=appeal)
    accounts = [pk for pk in senders.values_list("account_id", flat=True) if pk]
    ways = Way.objects.filter(Q(appeal_id=root_of(appeal)) | Q(account_id__in=accounts))
    written = {one for row in ways.values_list("address", "pk") for one in map(str, row)}
    typed = {one for row in senders.values_list("email", "phone") for one in row}
    return (written | typed) - {""}


def veil_as_asked(appeal: Appeal, *, now: datetime) -> Actor:
    """As the applicant asked: the head sees it and names others. Saves the appeal; the journal hears of the actor that
    is returned, who has no name."""
    heads = heads_of(appeal, date_in_bishkek(now))
    veil(appeal, ASKED, by=None, confidants=heads, now=now)
    appeal.save(update_fields=["is_confidential"])
    return Actor()


def veil_call(call: Call) -> None:
    """Saves nothing of the call; what the exchange told of it loses its number at once."""
    for told in (IncomingCall, CallBack):
        told._default_manager.filter(call_id=call.pk).update(number="")
    call.fields = {name: value for name, value in call.fields.items() if name not in CALLER}
    call.number = ""


def heads_of(appeal: Appeal, today: date) -> list[int]:
    """Row ids of those who may decide it: the head, or a deputy where the head may not know of it."""
    facts = appeal.facts()
    for role in policies.HEADS:
        held = directory().holders_in(appeal.body_id, today, role)
        found = [t.official_id for t in held if conflicts.may_be_given_to(t.official_id, facts)]
        if found:
            return found
    return []


def demand_decider(appeal: Appeal, confidants: Iterable[int], today: date) -> None:
    """Raises `NobodyDecides`."""
    named, facts = set(confidants), appeal.facts()
    held = {t.official_id for t in directory().holders_in(appeal.body_id, today, *policies.HEADS)}
    if not any(conflicts.may_be_given_to(pk, facts) for pk in held & named):
        raise NobodyDecides()
