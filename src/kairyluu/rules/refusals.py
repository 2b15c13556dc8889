"""The base of every "no": a code that a page turns into a sentence, and the facts for that sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

_INNER_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Refused(Exception):
    """Something was asked that the rules do not allow; `code` is the class name in snake_case unless given.

    >>> class NotYourTurn(Refused): ...
    >>> str(NotYourTurn(facts={"state": "answered"}))
    "not_your_turn (state='answered')"
    """

    code: ClassVar[str] = "refused"
    attempt: object = None  # what the journal keeps of a refused attempt; never shown to who tried

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if "code" not in cls.__dict__:
            cls.code = _INNER_CAPITAL.sub("_", cls.__name__).lower()

    def __init__(self, facts: Mapping[str, object] | None = None) -> None:
        self.facts: dict[str, object] = dict(facts or {})
        # Passing the facts on keeps them when the refusal is pickled between processes.
        super().__init__(self.facts)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code

    def __repr__(self) -> str:
        return f"{type(self).__name__}(facts={self.facts!r})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Refused) and other.facts == self.facts

    def __hash__(self) -> int:
        # Facts may hold lists: only their names enter the hash, which agrees with equality.
        return hash((type(self), frozenset(self.facts)))


@dataclass(frozen=True)
class Verdict:
    """`because` is empty when allowed, else: not_your_body, not_your_role, complained_about, recused, not_possible_now,
    not_your_task, under_your_control, not_under_your_control."""

    because: str = ""

    def __bool__(self) -> bool:
        return not self.because


ALLOWED = Verdict()
