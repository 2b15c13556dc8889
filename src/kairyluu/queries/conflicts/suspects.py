"""Officials whom the words of a complaint may mean, and the question put to the registrar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.conflicts.names import Official, likely_matches

RECENT = "recent_office_days"


@dataclass(frozen=True, kw_only=True)
class Suspect:
    """Somebody the words may mean; `code` is the official's. Posts in Kyrgyz, Russian and English."""

    code: str
    name: str
    posts: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """«Is it this person?»: the words of one target and who may be meant."""

    target_id: int
    words: str
    suspects: tuple[Suspect, ...]


def find_suspects(words: str, body: Body, about: Body | None, today: date) -> list[int]:
    """Row ids of officials in office, or lately: by name anywhere, by surname or title near `body` or `about`."""
    known = directory()
    near = [one.path for one in (body, about) if one is not None]
    people = (_official(tenures, near, known) for tenures in _lately(known, today).values())
    return [match.official_id for match in likely_matches(words, people)]


def list_doubts(targets: Iterable[ComplaintTarget], today: date) -> tuple[Doubt, ...]:
    """Of targets whose words wait for a decision. No query."""
    waiting = [target for target in targets if target.is_doubtful]
    if not waiting:
        return ()
    lately = _lately(directory(), today)
    return tuple(
        Doubt(
            target_id=target.pk,
            words=target.description,
            suspects=tuple(_suspect(lately[i]) for i in target.suspect_ids if i in lately),
        )
        for target in waiting
    )


def must_decide_first(appeal: Appeal) -> bool:
    """Whether the appeal cannot be registered before somebody has decided whom its words mean."""
    blocks = directory().setting("undecided_match_blocks") == "yes"
    return blocks and any(target.is_doubtful for target in appeal.targets.all())


def _lately(known: Directory, today: date) -> dict[int, list[Tenure]]:
    """Tenures that last or ended not long ago, by official."""
    since = today - timedelta(days=known.number(RECENT))
    found: dict[int, list[Tenure]] = {}
    for tenure in known.tenures:
        if tenure.starts_on <= today and (tenure.ends_on is None or tenure.ends_on >= since):
            found.setdefault(tenure.official_id, []).append(tenure)
    return found


def _official(tenures: list[Tenure], near: list[str], known: Directory) -> Official:
    person = tenures[0].official
    bodies = [known.bodies_by_id[t.post.body_id].path for t in tenures]
    return Official(
        official_id=person.pk,
        surname=person.surname,
        given_name=person.given_name,
        patronymic=person.patronymic,
        titles=tuple(title for t in tenures for title in (t.post.title_ky, t.post.title_ru)),
        is_near=any(a.startswith(b) or b.startswith(a) for a in bodies for b in near),
    )


def _suspect(tenures: list[Tenure]) -> Suspect:
    person = tenures[0].official
    posts = {
        language: "; ".join(f"{t.post.title(language)}, {t.post.body.short(language)}" for t in tenures)
        for language in ("ky", "ru", "en")
    }
    return Suspect(code=person.code, name=person.full_name, posts=posts)
