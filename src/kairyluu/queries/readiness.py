"""The configuration check of a body: what must be there before citizens may write to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from kairyluu.data.agencies.models import Body
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.voice.reviewers import count_undecidable
from kairyluu.rules import deadlines
from kairyluu.rules.facts import APPEAL_KINDS
from kairyluu.rules.numbering import NumberPattern, PatternRefused

BY_AGREEMENT = "by_agreement"  # takes part by agreement, and none has been made yet
NEEDED_ROLES = {"head": "no_head", "deputy": "no_deputy", "registrar": "no_registrar"}
NEEDED_TERMS = (deadlines.REGISTRATION, deadlines.CONSIDERATION)


@dataclass(frozen=True)
class Missing:
    """`code`: closed, by_agreement_not_connected, no_head, no_deputy, no_registrar, no_calendar (year),
    no_register_book (reason: mark or pattern), no_term and terms_overlap (family, kind of appeal);
    of open bodies also review_without_decider (how many)."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BodyCheck:
    """One body as the check found it, with its names."""

    code: str
    name_ky: str
    name_ru: str
    name_en: str
    is_open: bool
    missing: tuple[Missing, ...]

    def name(self, language: str) -> str:
        return str(getattr(self, f"name_{language}", "") or self.name_ky)


def list_missing(body: Body, today: date) -> tuple[Missing, ...]:
    """Everything the body lacks to be open to the public on that day; empty when it is ready."""
    known = directory()
    return tuple(
        [
            *_of_the_body(body),
            *_of_its_people(body, known, today),
            *_of_its_book(body, known),
            *_of_the_law(known, today),
        ]
    )


def list_body_checks(today: date) -> list[BodyCheck]:
    """The bodies that are open or have posts, that is, are open or about to be; by code."""
    staffed = {post.body_id for post in directory().posts.values()}
    bodies = [body for body in directory().bodies.values() if body.is_open or body.pk in staffed]
    undecidable = count_undecidable(today)
    return [
        BodyCheck(
            code=body.code,
            name_ky=body.name_ky,
            name_ru=body.name_ru,
            name_en=body.name_en,
            is_open=body.is_open,
            missing=(*list_missing(body, today), *_of_its_reviews(undecidable[body.pk])),
        )
        for body in sorted(bodies, key=lambda body: body.code)
    ]


def _of_the_body(body: Body) -> Iterator[Missing]:
    if not body.is_active:
        yield Missing("closed")
    if body.participation == BY_AGREEMENT:
        yield Missing("by_agreement_not_connected")


def _of_its_people(body: Body, known: Directory, today: date) -> Iterator[Missing]:
    """A post counts when somebody holds it today who can sign in."""
    for role, code in NEEDED_ROLES.items():
        holders = {tenure.official_id for tenure in known.holders_in(body.pk, today, role)}
        if not Account.objects.filter(official_id__in=holders, is_active=True).exists():
            yield Missing(code)


def _of_its_reviews(n: int) -> Iterator[Missing]:
    if n:
        yield Missing("review_without_decider", {"number": str(n)})


def _of_its_book(body: Body, known: Directory) -> Iterator[Missing]:
    if not body.register_index:
        yield Missing("no_register_book", {"reason": "mark"})
    try:
        NumberPattern(body.register_pattern or known.settings.get("register_pattern", ""))
    except PatternRefused:
        yield Missing("no_register_book", {"reason": "pattern"})


def _of_the_law(known: Directory, today: date) -> Iterator[Missing]:
    if today.year not in known.calendar.years:
        yield Missing("no_calendar", {"year": str(today.year)})
    for family, kind in product(NEEDED_TERMS, APPEAL_KINDS):
        try:
            deadlines.term_in_force(known.terms, family, today, kind)
        except deadlines.NoTermInForce:
            yield Missing("no_term", {"family": family, "kind": kind})
        except deadlines.TermsOverlap:
            yield Missing("terms_overlap", {"family": family, "kind": kind})
