"""One line of a list, shaped for the page: nothing in it can run a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Applicant, Assignment, Rating
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.deadlines import Standing, days_left, standing
from kairyluu.rules.workdays import WorkCalendar

ROW_FIELDS = (
    "id",
    "body_id",
    "tracking_number",
    "number",
    "kind",
    "channel_id",
    "topic_id",
    "subject",
    "state",
    "is_open",
    "is_under_control",
    "received_at",
    "registered_on",
    "due_on",
    "registration_due_on",
    "consideration_due_on",
    "closed_on",
    "n_cosigners",
    "version",
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """`left` is working days to `due_on`, negative when overdue, None when closed; `elapsed` of `allowed` working days
    have passed since registration, 0 of 0 before it. Names are in the asked language, `kind` and `state` are codes."""

    id: UUID
    version: int
    number: str
    tracking_number: str
    kind: str
    channel: str
    topic: str
    subject: str
    applicant: str
    n_cosigners: int
    place: str
    department: str
    person: str
    received_at: datetime
    registered_on: date | None
    due_on: date | None
    left: int | None
    standing: Standing
    elapsed: int
    allowed: int
    state: str
    is_open: bool
    is_under_control: bool
    rating: Rating | None = None

    @property
    def days_over(self) -> int:
        """Working days past the due day; 0 while it has not passed."""
        return max(-self.left, 0) if self.left is not None else 0


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What all lines of a page share; names are in the language of the page."""

    known: Directory
    today: date
    language: str
    channels: dict[int, str]
    topics: dict[int, str]


def shape_rows(appeals: Sequence[Appeal], today: date, language: str) -> list[Row]:
    """Two queries whatever the number of rows: applicants, responsible executors; where some are closed a third, of
    what their applicants say."""
    ids = [appeal.pk for appeal in appeals]
    people = {p.appeal_id: p for p in _applicants(ids)}
    leads = {a.appeal_id: a for a in _leads(ids)}
    ratings = _ratings([appeal.pk for appeal in appeals if not appeal.is_open])
    known = directory()
    page = _Page(
        known=known,
        today=today,
        language=language,
        channels={row.pk: row.name(language) for row in known.channels.values()},
        topics={row.pk: row.name(language) for row in known.topics.values()},
    )
    rows = (_row(a, people.get(a.pk), leads.get(a.pk), page) for a in appeals)
    return [replace(row, rating=ratings[row.id]) if row.id in ratings else row for row in rows]


def _applicants(ids: list[UUID]) -> list[Applicant]:
    wanted = Applicant.objects.filter(appeal_id__in=ids, role="main").order_by().defer("search")
    return list(wanted.select_related("home_territory"))


def _leads(ids: list[UUID]) -> list[Assignment]:
    wanted = Assignment.objects.filter(appeal_id__in=ids, is_current=True, is_lead=True).order_by()
    return list(wanted.select_related("executor", "executor_post__department"))


def _ratings(ids: list[UUID]) -> dict[UUID, Rating]:
    return {rating.appeal_id: rating for rating in Rating.objects.filter(appeal_id__in=ids)} if ids else {}


def _row(appeal: Appeal, person: Applicant | None, lead: Assignment | None, page: _Page) -> Row:
    known, today, language = page.known, page.today, page.language
    post = lead.executor_post if lead else None
    department = post.department if post else None
    territory = person.home_territory if person else None
    calendar = known.calendar_for(known.bodies_by_id[appeal.body_id])
    elapsed, allowed = _elapsed(appeal, today, calendar)
    return Row(
        id=appeal.pk,
        version=appeal.version,
        number=appeal.number,
        tracking_number=appeal.tracking_number,
        kind=appeal.kind,
        channel=page.channels.get(appeal.channel_id, ""),
        topic=page.topics.get(appeal.topic_id, "") if appeal.topic_id else "",
        subject=appeal.subject,
        applicant=person.display_name if person else "",
        n_cosigners=appeal.n_cosigners,
        place=territory.name(language) if territory else "",
        department=department.name(language) if department else (post.title(language) if post else ""),
        person=lead.executor.initials if lead else "",
        received_at=appeal.received_at,
        registered_on=appeal.registered_on,
        due_on=appeal.due_on,
        left=days_left(appeal.due_on, today, calendar) if appeal.due_on else None,
        standing=_standing(appeal, today, calendar),
        elapsed=elapsed,
        allowed=allowed,
        state=appeal.state,
        is_open=appeal.is_open,
        is_under_control=appeal.is_under_control,
    )


def _standing(appeal: Appeal, today: date, calendar: WorkCalendar) -> Standing:
    duty = appeal.due_on or appeal.consideration_due_on or appeal.registration_due_on
    return standing(duty, today, calendar, appeal.closed_on)


def _elapsed(appeal: Appeal, today: date, calendar: WorkCalendar) -> tuple[int, int]:
    if appeal.registered_on is None or appeal.consideration_due_on is None or not appeal.is_open:
        return 0, 0
    allowed = calendar.working_days_between(appeal.registered_on, appeal.consideration_due_on)
    passed = calendar.working_days_between(appeal.registered_on, today)
    return min(max(passed, 0), allowed), allowed
