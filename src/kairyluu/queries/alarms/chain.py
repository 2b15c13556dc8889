"""The chain of an alarm by the directory of today, and where its people are reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.agencies.models import Body, Post
from kairyluu.data.alarms.models import ChainStep
from kairyluu.data.people.models import Account
from kairyluu.queries.conflicts.receivers import heads_of, line_up
from kairyluu.queries.directory import Directory, directory, holds
from kairyluu.rules.calls import alarms
from kairyluu.rules.calls.alarms import About, Place, Rung, Step
from kairyluu.rules.facts import PostHeld

# Whom of it a body below turns to: its head, who oversees, at the very top the controller of execution.
SUPERIOR_ROLES = ("head", "overseer", "execution_controller")


@dataclass(frozen=True, kw_only=True)
class Reached:
    """Somebody of the chain. `titles` of his post by language; `has_account`: only then a screen or a letter can reach
    him; `phone` in E.164 or empty."""

    official_id: int
    name: str
    titles: dict[str, str]
    language: str
    email: str
    phone: str
    has_account: bool


def find_chain(body: Body, about: About, today: date) -> tuple[Step, ...]:
    known = directory()
    rows = _rows(known, body)
    rungs = [Rung(step=row.step, who=row.who, minutes=row.minutes) for row in rows]
    places = [_own(known, body, rows, today)]
    places += [_above(known, above, today) for above in line_up(known, body)[1:]]
    return alarms.chain_of(rungs, places, about)


def reach(official_ids: tuple[int, ...], today: date) -> list[Reached]:
    """In the order given."""
    known = directory()
    accounts = {
        account.official_id: account
        for account in Account.objects.filter(official_id__in=official_ids, is_active=True)
    }
    return [_reached(known, pk, accounts.get(pk), today) for pk in official_ids]


def titles_of(post: Post | PostHeld | None) -> dict[str, str]:
    """As it is called at this moment, in each language it has a name in."""
    return {language: post.title(language) for language in ("ky", "ru")} if post is not None else {}


def _rows(known: Directory, body: Body) -> list[ChainStep]:
    own = [row for row in known.chain_steps if row.body_code == body.code]
    return own or [row for row in known.chain_steps if not row.body_code]


def _own(known: Directory, body: Body, rows: list[ChainStep], today: date) -> Place:
    people = {role: _holders(known, body, today, role) for role in (alarms.HEAD, alarms.DEPUTY)}
    codes = [code.strip() for row in rows if row.who == alarms.DUTY for code in row.duty_posts.split("|")]
    posts = [known.posts[code].pk for code in codes if code in known.posts]
    duty = tuple(t.official_id for pk in posts for t in known.tenures if t.post_id == pk and holds(t, today))
    return Place(body_id=body.pk, people=people | {alarms.DUTY: duty}, head_ids=heads_of(known, body, today))


def _above(known: Directory, body: Body, today: date) -> Place:
    people = _holders(known, body, today, *SUPERIOR_ROLES)
    return Place(body_id=body.pk, people={alarms.SUPERIOR: people}, head_ids=heads_of(known, body, today))


def _holders(known: Directory, body: Body, today: date, *roles: str) -> tuple[int, ...]:
    return tuple(t.official_id for t in known.holders_in(body.pk, today, *roles))


def _reached(known: Directory, official_id: int, account: Account | None, today: date) -> Reached:
    tenures = known.tenures_of(official_id, today)
    return Reached(
        official_id=official_id,
        name=tenures[0].official.full_name if tenures else "",
        titles=titles_of(tenures[0].post) if tenures else {},
        language=account.language if account else "ky",
        email=account.email if account else "",
        phone=account.phone if account else "",
        has_account=account is not None,
    )
