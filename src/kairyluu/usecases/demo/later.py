"""What happened to some of the town's appeals afterwards: handed on, taken back, doubled, extended, disagreed with. Each
is done by its real use case, by the people of the town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from operator import length_hint
from uuid import UUID, uuid4

from kairyluu.data.appeals.lodging import Content, Person
from kairyluu.data.appeals.models import Appeal, Applicant, ComplaintTarget
from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import directory
from kairyluu.queries.voice.objections import find_voice
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.alike.group import GroupAlike, group_alike
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from kairyluu.usecases.appeals.take_in import TakeIn, take_in
from kairyluu.usecases.control.take_under_control import TakeUnderControl, take_under_control
from kairyluu.usecases.demo.repeating import answer_alike
from kairyluu.usecases.demo.telephone import answer_calls
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.withdraw import WithdrawAppeal, withdraw_appeal
from kairyluu.usecases.prevention.note_finding import NoteFinding, note_finding
from kairyluu.usecases.voice.ask_review import AskReview, ask_review
from kairyluu.usecases.voice.rate_answer import RateAnswer, rate_answer

DISTRICT, VILLAGE, OVERSEER = "da-o-alai", "ao-o-alai-sary-tash", "pr-o"
EACH = 3
SAID = (
    (5, True, "Рахмат, маселе толугу менен чечилди."),
    (4, True, "Жооп түшүнүктүү, иш бүттү."),
    (2, False, "Экинчи суроого жооп берилген жок."),
    (1, False, "Убада берилген, бирок эч нерсе жасалган жок."),
    (3, True, "Маселе чечилди, бирок көп күтүүгө туура келди."),
)
# Of the newest answered complaints: the kind of act, whether it was confirmed, the measure taken.
FINDINGS = (
    ("late_performance", True, "measure_remark"),
    ("poor_performance", True, "measure_reprimand"),
    ("corrupt_act", False, ""),
    ("poor_performance", False, ""),
    ("late_performance", True, ""),
)
_PERSON = (
    *("surname", "given_name", "patronymic"),
    *("is_organisation", "legal_form", "organisation", "phone", "email"),
)


def live_on(now: datetime) -> None:
    """Runs after the town is loaded; each act is a transaction of its own."""
    registrar, overseer = _holder(DISTRICT, "registrar", now), _holder(OVERSEER, "overseer", now)
    for appeal in _some(_of_the_district("registered")):
        why = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."
        forward_appeal(ForwardAppeal(appeal_id=appeal, to=VILLAGE, reason=why), actor=registrar, now=now)
    working = _of_the_district("assigned")
    each = EACH if length_hint(working) > 2 * EACH else 1  # on a day with little work every story has one
    for appeal in _some(working, each):
        withdraw_appeal(
            WithdrawAppeal(appeal_id=appeal, reason="Маселе жеринде чечилди."), actor=registrar, now=now
        )
    for appeal in _some(working, each):
        double = _came_again(appeal, registrar, now)
        merge_appeal(MergeAppeal(appeal_id=double, into_id=appeal), actor=registrar, now=now)
    for lead in _some(working, 1):
        same = tuple(_came_again(lead, registrar, now, person) for person in _neighbours(lead))
        group_alike(GroupAlike(lead_id=lead, member_ids=same), actor=registrar, now=now)
    watched = list(_some(working, min(each, 2)))
    for appeal in watched:
        why = "Айылдын тургундары кайталап кайрылууда, жыйынтыгы облуска билдирилсин."
        take_under_control(TakeUnderControl(appeal_id=appeal, reason=why), actor=overseer, now=now)
    _speak(now)
    answer_alike([*_some(working), *watched], lambda role: _holder(DISTRICT, role, now), now)
    answer_calls(_holder(DISTRICT, "hotline_operator", now), now)
    _note_findings(registrar, now)


def _note_findings(registrar: Actor, now: datetime) -> None:
    answered = ComplaintTarget.objects.filter(
        appeal__body__code=DISTRICT, appeal__state="answered", appeal__is_confidential=False, body=None
    )
    newest = answered.order_by("-appeal__closed_at", "-appeal_id", "id")
    for target, (kind, sure, measure) in zip(newest, FINDINGS, strict=False):
        day = date_in_bishkek(now) if measure else None
        found = NoteFinding(appeal_id=target.appeal_id, target_id=target.pk, kind=kind, is_confirmed=sure)
        note_finding(replace(found, measure=measure, measure_on=day), actor=registrar, now=now)


def _speak(now: datetime) -> None:
    """Applicants of the newest answers say what they think; the two least content ask for a review."""
    newest = Appeal.objects.filter(body__code=DISTRICT, state="answered").order_by("-closed_at", "-id")
    for appeal, (score, is_resolved, comment) in zip(newest[: len(SAID)], SAID, strict=False):
        said = RateAnswer(appeal_id=appeal.pk, score=score, is_resolved=is_resolved, comment=comment)
        rate_answer(said, actor=Actor(), now=now)
        if score < EACH and find_voice(appeal.pk, today=date_in_bishkek(now)).may_ask_review:
            ask_review(AskReview(appeal_id=appeal.pk, reason=comment), actor=Actor(), now=now)


def _of_the_district(state: str) -> Iterator[UUID]:
    """The newest first, so that terms are still running; each is given out once."""
    found = Appeal.objects.filter(body__code=DISTRICT, state=state, is_collective=False, targets__isnull=True)
    return iter(list(found.order_by("-received_at", "-id").values_list("pk", flat=True)))


def _some(appeals: Iterator[UUID], n: int = EACH) -> Iterator[UUID]:
    """The next ones, fewer where the town is small."""
    return (appeal for _, appeal in zip(range(n), appeals, strict=False))


def _neighbours(appeal_id: UUID) -> list[Applicant]:
    """Three people of the town who wrote about something else."""
    mine = Applicant.objects.get(appeal_id=appeal_id, role="main").full_name
    others = Applicant.objects.filter(role="main", is_organisation=False, appeal__body__code=DISTRICT)
    by_name = {one.full_name: one for one in others.order_by("-appeal__received_at", "id")[: EACH * EACH]}
    return [one for name, one in by_name.items() if name not in (mine, "")][:EACH]


def _came_again(appeal_id: UUID, registrar: Actor, now: datetime, neighbour: Applicant | None = None) -> UUID:
    """The same words of the same person, or of a neighbour, brought by hand."""
    first = Appeal.objects.select_related("topic", "body").get(pk=appeal_id)
    person = neighbour or Applicant.objects.get(appeal=first, role="main")
    words = {name: getattr(first, name) for name in ("kind", "subject", "text", "reply_language")}
    command = TakeIn(
        submission_key=uuid4(),
        body=first.body.code,
        channel="reception_oral",
        received_at=now - timedelta(minutes=20),
        content=Content(**words, topic=first.topic.code if first.topic else ""),
        applicant=Person(
            **{name: getattr(person, name) for name in _PERSON},
            home_territory=person.home_territory.code if person.home_territory else "",
            home_address=person.home_address,
        ),
    )
    return take_in(command, actor=registrar, now=now).appeal_id


def _holder(body: str, role: str, now: datetime) -> Actor:
    today, known = date_in_bishkek(now), directory()
    tenure = known.holders_in(known.body(body).pk, today, role)[0]
    return actor_of(Account.objects.get(official_id=tenure.official_id), today)
