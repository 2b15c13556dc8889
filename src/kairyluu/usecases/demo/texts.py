"""The invented texts and people of data/demo, read once; every one of them is marked as a sample."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

Row = dict[str, Any]
ANY_TOPIC = "*"


@dataclass(frozen=True)
class Texts:
    """`folder` is data/demo; its README says what each file holds."""

    folder: Path

    def read(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))

    @cached_property
    def people(self) -> dict[str, list[Row]]:
        return dict(self.read("people"))

    @cached_property
    def names(self) -> Row:
        return dict(self.read("names"))

    @cached_property
    def appeals(self) -> list[Row]:
        return self._both("appeals")

    @cached_property
    def answers(self) -> list[Row]:
        return self._both("answers")

    @cached_property
    def resolutions(self) -> list[Row]:
        return self._both("resolutions", ("ky",))

    @cached_property
    def notes(self) -> list[Row]:
        return self._both("notes", ("ky",))

    @cached_property
    def remarks(self) -> list[Row]:
        return self._both("remarks", ("ky",))

    def answer_to(self, appeal: Row, rng: Random, unwanted: frozenset[str]) -> Row:
        """An answer in the appeal's language on its topic, or one that fits any; no outcome of `unwanted`."""
        fitting = [
            a for a in self.answers if a["language"] == appeal["language"] and a["outcome"] not in unwanted
        ]
        same = [a for a in fitting if a["topic"] == appeal["topic"]]
        return rng.choice(same or [a for a in fitting if a["topic"] == ANY_TOPIC])

    def resolution_of(self, appeal: Row, rng: Random) -> Row:
        """An instruction on the topic's first level, or one that fits any."""
        first_level = appeal["topic"].partition(".")[0]
        same = [r for r in self.resolutions if r["topic"] == first_level]
        return rng.choice(same or [r for r in self.resolutions if r["topic"] == ANY_TOPIC])

    def _both(self, family: str, languages: tuple[str, ...] = ("ky", "ru")) -> list[Row]:
        return [row for language in languages for row in self._of(family, language)]

    def _of(self, family: str, language: str) -> Iterator[Row]:
        yield from ({"language": language} | row for row in self.read(f"{family}_{language}"))
