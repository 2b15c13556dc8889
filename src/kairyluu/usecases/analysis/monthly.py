"""The analyses of the month that has ended, made by themselves on the first working day: for every body that works with the
portal and for the whole country. Begun twice or broken off, nothing is made twice and nobody is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from kairyluu.data.agencies.models import Body
from kairyluu.data.analyses.models import Analysis
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.notices import outbox
from kairyluu.queries.analyses.finding import connected_bodies
from kairyluu.queries.directory import directory, holds
from kairyluu.queries.staff import address_of
from kairyluu.rules.analysis import keeping, spans
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.words import COUNTRY
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.analysis.prepare import PrepareAnalysis, prepare_analysis

HOUR = 7  # not before: letters of the night are read in the morning anyhow


@dataclass(frozen=True, kw_only=True)
class MakeMonthly:
    """Of the month before `now`."""


@dataclass(frozen=True, kw_only=True)
class TellWhoApproves:
    analysis_id: UUID


def make_monthly(command: MakeMonthly, *, actor: Actor, now: datetime) -> int:
    """How many drafts were made; 0 before the first working day's morning and when all are there. What a body missed
    on that day (a worker that stood still) is made on the next."""
    today = date_in_bishkek(now)
    if not _is_due(now, today):
        return 0
    month = _month_before(today)
    there = set(Analysis.objects.filter(period=month.code).values_list("book", flat=True))
    missing = [code for code in ("", *(body.code for body in connected_bodies(today))) if code not in there]
    for code in missing:
        draft = prepare_analysis(PrepareAnalysis(body=code, period=month.code), actor=actor, now=now)
        tell_who_approves(TellWhoApproves(analysis_id=draft.pk), actor=actor, now=now)
    _tell_the_rest(month, today, actor, now)
    return len(missing)


@act
def tell_who_approves(command: TellWhoApproves, *, actor: Actor, now: datetime) -> int:
    """A letter to everybody who may prepare or approve it, once a working day at most; how many were written."""
    analysis = Analysis.objects.select_related("body").get(pk=command.analysis_id)
    today, n = date_in_bishkek(now), 0
    for official_id in _people(analysis.body, today):
        address, language = address_of(official_id)
        key = uuid5(NAMESPACE_URL, f"analysis {analysis.pk} {official_id} {today.isoformat()}")
        if address and not Notice.objects.filter(pk=key).exists():
            outbox.put_for_official(
                "analysis_waiting",
                notice_id=key,
                address=address,
                language=language,
                now=now,
                facts=_facts(analysis, language),
            )
            n += 1
    if n:
        facts = {"analysis": str(analysis.pk), "period": analysis.period, "letters": n}
        record("remind_of_analysis", actor=actor, now=now, body_code=analysis.book, facts=facts)
    return n


def _tell_the_rest(month: Period, today: date, actor: Actor, now: datetime) -> None:
    """Drafts that nobody has approved a week later are told of once more, then weekly."""
    for draft in Analysis.objects.filter(period=month.code, state=keeping.DRAFT).order_by("made_at"):
        waited = (today - date_in_bishkek(draft.made_at)).days
        if waited and waited % 7 == 0:
            tell_who_approves(TellWhoApproves(analysis_id=draft.pk), actor=actor, now=now)


def _is_due(now: datetime, today: date) -> bool:
    calendar = directory().calendar
    return calendar.is_working(today) and now.astimezone(BISHKEK).hour >= HOUR


def _month_before(today: date) -> Period:
    last = today.replace(day=1) - timedelta(days=1)
    return Period.month(last.year, last.month)


def _people(body: Body | None, today: date) -> list[int]:
    known = directory()
    if body is not None:
        roles = {*keeping.OWN_PREPARERS, *keeping.OWN_APPROVERS}
        return list(dict.fromkeys(t.official_id for t in known.holders_in(body.pk, today, *roles)))
    found = (t for t in known.tenures if t.post.role in keeping.COUNTRY and holds(t, today))
    return list(dict.fromkeys(t.official_id for t in found))


def _facts(analysis: Analysis, language: str) -> dict[str, str]:
    return {
        "whose": analysis.body.name(language) if analysis.body else COUNTRY[language],
        "period": spans.titled(Span(analysis.first_on, analysis.last_on), language),
        "page": f"{settings.BASE_URL}/watch/analyses/{analysis.pk}/",
    }
