"""A confidential appeal whose named persons have all left: nobody sees it, so the body above names others, without
seeing what it says. Regulation of the Alai line, III.3; whom it complains about has no say in it (H26)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kairyluu.rules.conflicts.keeping_away import may_be_given_to, may_be_told
from kairyluu.rules.facts import AppealFacts


@dataclass(frozen=True, kw_only=True)
class Above:
    """A body above: who of it may name, in order, and who heads it. Row ids of officials."""

    body_id: int
    people: tuple[int, ...]
    head_ids: frozenset[int] = field(default_factory=frozenset)


def is_forsaken(appeal: AppealFacts, working_ids: Iterable[int]) -> bool:
    """`working_ids` hold a post in the body today."""
    return appeal.confidant_ids is not None and not any(may_be_told(pk, appeal) for pk in working_ids)


def who_names(appeal: AppealFacts, above: Sequence[Above]) -> tuple[int, ...]:
    """Of the next body above that the appeal is not about, itself or through its head; empty where there is none."""
    for place in above:
        is_meant = place.body_id in appeal.complained_body_ids
        if is_meant or place.head_ids & appeal.complained_official_ids:
            continue
        people = tuple(pk for pk in place.people if may_be_given_to(pk, appeal))
        if people:
            return people
    return ()
