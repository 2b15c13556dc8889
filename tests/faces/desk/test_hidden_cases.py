"""A world with a case that is hidden from somebody looks to him, page by page and count by count, like a world without
it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, url
from tests.factories import appeals

PAGES = (
    "/desk/",
    "/desk/inbox/",
    *(
        f"/desk/lists/{code}/"
        for code in ("to-resolve", "in-execution", "mine", "to-sign", "to-send", "overdue", "due-soon")
    ),
    *(f"/desk/lists/{code}/" for code in ("under-control", "answered", "refused", "all")),
    "/desk/lists/all/?q=суу",
    "/desk/search/?q=суу",
    "/desk/search/?q=Үлгүбаева",
    "/desk/search/?q=АЛ-2026",
    "/desk/register-book/",
    "/desk/register-book/?first_on=2026-01-01&last_on=2026-12-31",
    "/watch/",
)
_CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|nonce-[\w-]+|data-made="[^"]*"')
# The look at the case itself is counted among the looks; whose it is stays the same.
_LOOKS = re.compile(r"<details><summary>[^<]*</summary><ol class=\"timeline\">.*?</details>", re.DOTALL)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def world_of(town: Town, who: str, cases: list[Appeal]) -> dict[str, tuple[int, str]]:
    client = at_desk(getattr(town, who))
    found = {}
    for page in (*PAGES, *(url(case) for case in cases)):
        answer = client.get(page)
        text = _LOOKS.sub("", _CHANGING.sub("", answer.content.decode(errors="replace")))
        found[page] = (answer.status_code, text)
    return found


def ordinary(town: Town) -> list[Appeal]:
    return [appeals.received(town), appeals.registered(town), appeals.assigned(town)]


def hide(town: Town, who: str) -> None:
    """Every stage of a complaint about him, and words that may mean him."""
    official = getattr(town, who).official
    about = {"kind": "complaint", "targets": (Target(official=official.code),)}
    appeals.received(town, **about)
    if who not in ("registrar", "akim"):
        appeals.registered(town, **about)
    appeals.received(
        town, kind="complaint", targets=(Target(description=f"{official.surname} {official.given_name}"),)
    )
    if who in ("deputy", "controller", "co_executor"):
        appeals.assigned(town, **about)
        appeals.answered(town, **about)


@pytest.mark.parametrize(
    "who", ["akim", "deputy", "registrar", "controller", "executor", "co_executor", "overseer"]
)
def test_every_page_and_count_is_as_if_the_case_were_not_there(town: Town, who: str) -> None:
    cases = ordinary(town)
    before = world_of(town, who, cases)
    assert sum(status == 200 for status, _ in before.values()) > 5

    hide(town, who)

    after = world_of(town, who, cases)
    for page, seen in before.items():
        assert after[page] == seen, page


def test_the_number_after_a_hidden_case_is_the_next(town: Town) -> None:
    first = appeals.registered(town)

    hide(town, "deputy")

    assert appeals.registered(town).serial == (first.serial or 0) + 1
