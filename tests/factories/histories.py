"""Random histories of appeals: told as plain stories first, then written as the rows that the acts would leave.

The stories are what figures are recounted from, without asking the database anything."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.data.alarms.models import Alarm
from kairyluu.data.appeals.models import (
    Answer,
    Appeal,
    Applicant,
    ControlMark,
    Extension,
    Handover,
    NearCopy,
    Rating,
    Refusal,
    RegisterBook,
)
from kairyluu.data.reference.models import Channel, Outcome, RefusalGround, Topic, UrgentClass
from kairyluu.rules.workdays import BISHKEK
from tests.cast import Town

SINCE, DAYS = date(2025, 1, 1), 500
FATES = ("received", "registered", "assigned", "answered", "answered", "answered", "answered", "refused")
FATES += ("forwarded", "withdrawn", "merged")
CLOSED = ("answered", "refused", "forwarded", "withdrawn", "merged")


@dataclass(kw_only=True)
class Story:
    """One appeal; days are those of Bishkek."""

    id: UUID = field(default_factory=uuid4)
    body: str = ""
    fate: str = "received"
    kind: str = "application"
    channel: str = "portal"
    topic: str = ""
    language: str = "ky"
    territory: str = ""
    group: str = "person"
    origin: UUID | None = None
    is_confidential: bool = False
    is_controlled: bool = False
    urgent: str = ""
    received: datetime
    registered: date | None = None
    due: date
    closed: date | None = None
    outcome: str = ""
    ground: str = ""
    extended: list[datetime] = field(default_factory=list)
    parts: list[datetime] = field(default_factory=list)
    reviewed: datetime | None = None
    returned: datetime | None = None
    rated: datetime | None = None
    score: int = 0
    is_resolved: bool = False
    is_copy: bool = False


def tell(seed: int, n: int, bodies: Sequence[str]) -> list[Story]:
    """The same for the same seed."""
    dice = random.Random(seed)
    told: list[Story] = []
    for _ in range(n):
        told.append(_story(dice, bodies, told))
    return told


def _story(dice: random.Random, bodies: Sequence[str], told: list[Story]) -> Story:
    moment = datetime.combine(SINCE, time(), BISHKEK) + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
    day = moment.date()
    story = Story(
        body=dice.choice(bodies),
        fate=dice.choice(FATES),
        kind=dice.choice(("proposal", "application", "complaint", "complaint")),
        channel=dice.choice(("portal", "post", "trust_telephone", "from_president")),
        topic=dice.choice(("", "social", "social.pensions", "social.benefits")),
        language=dice.choice(("ky", "ru")),
        territory=dice.choice(("", "kg-o-alai", "kg-gb")),
        group=dice.choice(("person", "person", "collective", "organisation")),
        origin=dice.choice(told).id if told and dice.random() < 0.1 else None,
        is_confidential=dice.random() < 0.1,
        is_controlled=dice.random() < 0.2,
        urgent=dice.choice(("", "", "", "A", "crime_report")),
        received=moment,
        due=day + timedelta(days=dice.randrange(3, 40)),
    )
    if story.fate != "received":
        story.registered = day + timedelta(days=dice.randrange(4))
    _develop(dice, story)
    return story


def _develop(dice: random.Random, story: Story) -> None:
    def later(days: int = 30) -> datetime:
        return story.received + timedelta(minutes=dice.randrange(days * 24 * 60))

    story.extended = [later() for _ in range(dice.choice((0, 0, 1, 2)))]
    story.parts = [later() for _ in range(dice.choice((0, 0, 0, 1, 2)))]
    if story.fate not in CLOSED or story.registered is None:
        return
    story.closed = story.registered + timedelta(days=dice.randrange(45))
    if story.fate == "refused":
        story.ground = dice.choice(("anonymous", "profanity"))
    if story.fate == "answered":
        story.outcome = dice.choice(("satisfied", "partly_satisfied", "explained", "not_satisfied"))
        story.is_copy = dice.random() < 0.2
        story.returned = later() if dice.random() < 0.3 else None
        story.reviewed = later(60) if dice.random() < 0.15 else None
        story.rated = later(60) if dice.random() < 0.5 else None
        story.score, story.is_resolved = dice.randrange(1, 6), dice.random() < 0.5


class Writer:
    """Writes stories for the company of `town`."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.codes: dict[type[Any], dict[str, int]] = {
            model: dict(model._default_manager.values_list("code", "pk").order_by())
            for model in (Body, Channel, Topic, Outcome, RefusalGround, Territory, UrgentClass)
        }
        self.serial = RegisterBook.objects.count() and Appeal.objects.count()
        self.rows: dict[type[Any], list[Any]] = {}
        self.books: dict[int, RegisterBook] = {}

    def write(self, stories: Sequence[Story]) -> None:
        self.rows = {model: [] for model in (Appeal, Applicant)}
        for story in stories:
            self._tell(story)
        for model, rows in self.rows.items():
            model._default_manager.bulk_create(rows)

    def _add(self, model: type[Any], **values: Any) -> None:
        self.rows.setdefault(model, []).append(model(**values))

    def _tell(self, story: Story) -> None:
        self.rows[Appeal].append(self.appeal(story))
        self._add(
            Applicant,
            appeal_id=story.id,
            is_organisation=story.group == "organisation",
            home_territory_id=self.codes[Territory].get(story.territory),
        )
        self._tell_parts(story)

    def appeal(self, story: Story) -> Appeal:
        self.serial += 1
        body = self.codes[Body][story.body]
        is_open = story.closed is None
        return Appeal(
            id=story.id,
            submission_key=uuid4(),
            submission_digest="0" * 64,
            tracking_number=f"{story.id.int % 10**16}",
            secret_hash="0" * 64,
            body_id=body,
            channel_id=self.codes[Channel][story.channel],
            kind=story.kind,
            topic_id=self.codes[Topic].get(story.topic),
            subject="Суу",
            text="Суу жок.",
            reply_language=story.language,
            is_collective=story.group == "collective",
            origin_id=story.origin,
            is_confidential=story.is_confidential,
            is_under_control=story.is_controlled and is_open,
            state=story.fate,
            is_open=is_open,
            received_at=story.received,
            due_on=story.due if is_open else None,
            registration_due_on=story.due,
            closed_on=story.closed,
            closed_at=at_noon(story.closed),
            outcome_id=self.codes[Outcome].get(story.outcome),
            **self._number(story, body),
        )

    def _number(self, story: Story, body: int) -> dict[str, Any]:
        if story.registered is None:
            return {}
        if body not in self.books:
            self.books[body] = RegisterBook.objects.get_or_create(
                body_id=body, year=2000, defaults={"pattern": "{serial}"}
            )[0]
        return {
            "book": self.books[body],
            "serial": self.serial,
            "number": str(self.serial),
            "registered_on": story.registered,
            "registered_at": at_noon(story.registered),
            "consideration_due_on": story.due,
        }

    def _tell_parts(self, story: Story) -> None:
        official, post = self.town.akim.official, self.town.akim.post
        for moment in story.extended:
            self._add(
                Extension,
                appeal_id=story.id,
                old_due_on=story.due,
                new_due_on=story.due + timedelta(days=9),
                author=official,
                author_post=post,
                made_at=moment,
            )
        for moment in story.parts:
            self._handover(story, "part", moment)
        if story.reviewed:
            self._handover(story, "review", story.reviewed)
        if story.fate == "answered":
            self._answer(story)
        self._tell_marks(story)

    def _tell_marks(self, story: Story) -> None:
        official, post = self.town.akim.official, self.town.akim.post
        if story.is_copy:
            for _ in range(2):
                self._add(NearCopy, appeal_id=story.id, share=0.9, measured_at=story.received)
        if story.is_controlled:
            marks = {"level": "head", "body": self.town.body, "post": post, "official": official}
            self._add(ControlMark, appeal_id=story.id, reason="x", set_at=story.received, **marks)
        if story.ground:
            self._refusal(story)
        if story.urgent:
            self._alarm(story)

    def _handover(self, story: Story, kind: str, moment: datetime) -> None:
        """To a body that no story is told of, so that what it received is not counted."""
        unseen = Story(body=self.town.unconnected.code, received=moment, due=story.due, origin=story.id)
        self._tell(unseen)
        self._add(Handover, appeal_id=story.id, successor_id=unseen.id, kind=kind, reason="x", made_at=moment)

    def _answer(self, story: Story) -> None:
        self._add(
            Answer,
            appeal_id=story.id,
            language="ky",
            text="x",
            outcome_id=self.codes[Outcome][story.outcome],
            author=self.town.executor.official,
            drafted_at=story.received,
            returned_at=story.returned,
        )
        if story.rated:
            self._add(
                Rating,
                appeal_id=story.id,
                score=story.score,
                is_resolved=story.is_resolved,
                rated_at=story.rated,
            )

    def _refusal(self, story: Story) -> None:
        self._add(
            Refusal,
            appeal_id=story.id,
            ground_id=self.codes[RefusalGround][story.ground],
            reason="x",
            decided_at=story.received,
            author=self.town.akim.official,
            author_post=self.town.akim.post,
            outgoing_serial=self.serial,
            outgoing_number=str(self.serial),
            verification_code=story.id.hex[:24],
        )

    def _alarm(self, story: Story) -> None:
        for is_drill in (True, False):
            self._add(
                Alarm,
                id=uuid4(),
                raising_key=uuid4(),
                urgent_class_id=self.codes[UrgentClass]["B" if is_drill else story.urgent],
                body=self.town.body,
                appeal_id=story.id,
                is_drill=is_drill,
                raised_at=story.received,
                raised_by=self.town.operator.official,
                raised_by_name="x",
            )


def at_noon(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), BISHKEK) if day else None
