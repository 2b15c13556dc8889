"""What happened to the appeals of the demo town: about 300 stories over fourteen months, most in time, some late,
some refused, some returned once, some not finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from kairyluu.data.agencies.models import Tenure
from kairyluu.queries.directory import Directory
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.answers.draft_answer import OWN_PATHS
from kairyluu.usecases.demo.inventing import proportions as usual
from kairyluu.usecases.demo.inventing.applicants import Applicants
from kairyluu.usecases.demo.inventing.casting import Casting
from kairyluu.usecases.demo.inventing.hours import Hours
from kairyluu.usecases.demo.steps import Story
from kairyluu.usecases.demo.texts import Row, Texts


class Storyteller:
    """Chance is seeded: the same day and the same files tell the same stories."""

    def __init__(self, texts: Texts, known: Directory, now: datetime, seed: int = 463) -> None:
        self._texts, self._known, self._now = texts, known, now
        self._rng = Random(seed)  # noqa: S311  invents stories, keeps no secrets
        self._hours = Hours(known.calendar, self._rng)
        self._applicants = Applicants(texts, self._rng)
        self._told: Counter[str] = Counter()

    def tell(self, n_stories: int = usual.N_STORIES) -> Iterator[Story]:
        """Steps that lie in the future are told too: the caller stops at now."""
        today = date_in_bishkek(self._now)
        for n in range(n_stories):
            if n < len(usual.CUTS) <= n_stories:
                story = self._story(today - timedelta(days=self._rng.choice(usual.CUT_DAYS)))
                yield story.cut_after(usual.CUTS[n])
            else:
                yield self._story(self._day(is_recent=n < n_stories * usual.N_RECENT // usual.N_STORIES))

    def _day(self, *, is_recent: bool) -> date:
        back = (
            self._rng.randrange(usual.RECENT_DAYS)
            if is_recent
            else self._rng.randrange(usual.RECENT_DAYS, usual.DAYS_BACK)
        )
        return date_in_bishkek(self._now) - timedelta(days=back)

    def _story(self, day: date) -> Story:
        rng = self._rng
        appeal = self._appeal_of(day.month)
        body = self._known.body(appeal["body"])
        by_portal = rng.random() < 0.62
        story = Story(
            key=UUID(int=rng.getrandbits(128), version=4),
            appeal=appeal,
            body=body,
            sender=self._applicants.sender_of(appeal, by_portal=by_portal),
            channel="portal" if by_portal else rng.choice(usual.TAKEN_IN),
            files=tuple(rng.sample(range(usual.N_FILES), rng.choice((1, 1, 2))))
            if rng.random() < 0.14
            else (),
            received_at=min(self._hours.at_home(day), self._now - timedelta(minutes=rng.randrange(5, 90))),
        )
        casting = Casting(self._known, body, rng)
        registered_at = self._begin(story, casting)
        if rng.random() < 0.05:
            self._refuse(story, casting, registered_at)
        elif registered_at and not self._is_left(story, 0.1):
            self._work(story, casting, registered_at)
        return story

    def _appeal_of(self, month: int) -> Row:
        """The least told text that can have been written in this month."""
        fitting = [a for a in self._texts.appeals if not a["months"] or month in a["months"]]
        least = min(self._told[a["key"]] for a in fitting)
        chosen = self._rng.choice([a for a in fitting if self._told[a["key"]] == least])
        self._told[chosen["key"]] += 1
        return chosen

    def _begin(self, story: Story, casting: Casting) -> datetime | None:
        """Received, then registered; the registrar enters at once what came on paper or by word. None: overlooked."""
        rng, received_at = self._rng, story.received_at
        if story.channel == "portal":
            story.then("submit", received_at)
            if self._is_left(story, 0.05):
                return None
            delay = rng.choice((2, 3, 4)) if rng.random() < 0.08 else rng.choice((0, 1, 1))
            at = self._hours.in_office(received_at, delay)
            return story.then("register", at, casting.registrar(at))
        at = self._hours.in_office(received_at, rng.choice((0, 0, 1)))
        return story.then("take_in", at, casting.registrar(at))

    def _is_left(self, story: Story, share: float) -> bool:
        """Whether the office let it lie: it happens, but not for ever."""
        is_young = self._now - story.received_at < timedelta(days=usual.LYING_DAYS)
        return self._rng.random() < share and is_young

    def _refuse(self, story: Story, casting: Casting, registered_at: datetime | None) -> None:
        at = self._hours.in_office(registered_at or story.received_at, 1)
        reasons = self._texts.names["refusal_reasons"][story.appeal["language"]]
        ground = self._rng.choice(sorted(reasons))
        story.then("refuse", at, casting.registrar(at), ground=ground, reason=reasons[ground])

    def _work(self, story: Story, casting: Casting, registered_at: datetime) -> None:
        """From the head's resolution to the answer sent."""
        rng, hours = self._rng, self._hours
        is_late = rng.random() < 0.14
        at = hours.in_office(registered_at, rng.choice((0, 1, 1, 2)))
        team = casting.team(at, story.appeal)
        resolution = self._texts.resolution_of(story.appeal, rng)
        at = story.then("resolve", at, casting.head(at), resolution=resolution, team=team)
        at = self._notes(story, team, at)
        if self._is_left(story, 0.15):
            return  # nobody went on: overdue by now, or about to be
        answer = self._texts.answer_to(story.appeal, rng, OWN_PATHS)
        at = hours.in_office(at, rng.randrange(14, 20) if is_late else rng.randrange(1, 7))
        at = story.then("draft_answer", at, team[0], answer=answer)
        at = story.then("submit_answer", hours.in_office(at, 0), team[0])
        if rng.random() < 0.16:
            at = hours.in_office(at, 1)
            at = story.then(
                "return_answer", at, casting.head(at), remarks=rng.choice(self._texts.remarks)["text"]
            )
            at = story.then("draft_answer", hours.in_office(at, 0), team[0], answer=answer)
            at = story.then("submit_answer", hours.in_office(at, 0), team[0])
        at = hours.in_office(at, rng.choice((0, 1, 1)))
        at = story.then("sign_answer", at, casting.head(at))
        at = hours.in_office(at, rng.choice((0, 0, 1)))
        story.then("send_answer", at, casting.registrar(at))

    def _notes(self, story: Story, team: list[Tenure], at: datetime) -> datetime:
        """A note of the executor now and then, and the parts of the co-executors."""
        for n, tenure in enumerate(team):
            if n or self._rng.random() < 0.45:
                at = self._hours.in_office(at, 1)
                words = self._rng.choice(self._texts.notes)["text"]
                story.then("contribute" if n else "add_note", at, tenure, text=words)
        if self._rng.random() < 0.12:
            at = self._hours.in_office(at, 0)
            story.then("attach_file", at, team[0], kind=2 * self._rng.randrange(usual.N_FILES // 2))
        return at
