"""One step of an invented story: who did what, when, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.usecases.demo.inventing.applicants import Sender
from kairyluu.usecases.demo.texts import Row


@dataclass(kw_only=True, eq=False)
class Story:
    """One appeal as it is told; `key` is its submission key, `channel` a code of channels.csv,
    `files` kinds of `pictures.Files`."""

    key: UUID
    appeal: Row
    body: Body
    sender: Sender
    channel: str
    received_at: datetime
    files: tuple[int, ...] = ()
    steps: list[Step] = field(default_factory=list)

    def then(self, verb: str, at: datetime, who: Tenure | None = None, **words: Any) -> datetime:
        """The next step; gives its moment back for counting on."""
        self.steps.append(Step(at=at, verb=verb, story=self, who=who, words=words))
        return at

    def cut_after(self, verb: str) -> Story:
        """The same story up to its last such step."""
        places = [n for n, step in enumerate(self.steps) if step.verb == verb]
        del self.steps[places[-1] + 1 if places else len(self.steps) :]
        return self


@dataclass(frozen=True, kw_only=True, eq=False)
class Step:
    """`verb` is that of the journal; `who` is None for the applicant."""

    at: datetime
    verb: str
    story: Story
    who: Tenure | None = None
    words: dict[str, Any] = field(default_factory=dict)
