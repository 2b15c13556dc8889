"""What a rule may know: small frozen copies of an actor and an appeal."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

VISITOR, CITIZEN, STAFF, SYSTEM = "visitor", "citizen", "staff", "system"
# Proposal, application, complaint: the kinds of appeal that Law No. 67 of 4 May 2007 knows.
APPEAL_KINDS = ("proposal", "application", "complaint")


@dataclass(frozen=True, kw_only=True)
class PostHeld:
    """A post the actor holds today, himself or standing in for another. `body_path` ends with a slash."""

    role: str
    body_id: int
    body_code: str
    body_path: str
    post_id: int
    title_ky: str = ""
    title_ru: str = ""
    title_en: str = ""
    is_stand_in: bool = False

    def title(self, language: str) -> str:
        return str(getattr(self, f"title_{language}", "") or self.title_ky)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever acts: a visitor without an account, a citizen, staff with posts, or the system itself. `proven_by` is the code
    of the identity provider through which this session was opened."""

    kind: str = VISITOR
    account_id: int | None = None
    official_id: int | None = None
    name: str = ""
    posts: tuple[PostHeld, ...] = ()
    proven_by: str = ""

    def has_role(self, *roles: str, body_id: int | None = None) -> bool:
        """Whether one of the roles is held, in that body if one is named."""
        return self.post_as(*roles, body_id=body_id) is not None

    def post_as(self, *roles: str, body_id: int | None = None) -> PostHeld | None:
        """The first post with one of the roles, in that body if one is named."""
        wanted = (p for p in self.posts if p.role in roles and (body_id is None or p.body_id == body_id))
        return next(wanted, None)


@dataclass(frozen=True, kw_only=True)
class AppealFacts:
    """Ids are row ids of officials and bodies; `body_path` ends with a slash. `is_withheld`: it went above because of
    whom it is about, and nobody of the body that held it sees it any more."""

    id: UUID
    state: str
    kind: str
    body_id: int
    body_path: str
    lead_official_id: int | None = None
    co_official_ids: frozenset[int] = field(default_factory=frozenset)
    complained_official_ids: frozenset[int] = field(default_factory=frozenset)
    control_post_ids: frozenset[int] = field(default_factory=frozenset)  # posts whose mark of control stands
    complained_body_ids: frozenset[int] = field(default_factory=frozenset)
    recused_official_ids: frozenset[int] = field(default_factory=frozenset)
    is_withheld: bool = False
    confidant_ids: frozenset[int] | None = None  # the officials named to see a confidential appeal


SYSTEM_ACTOR = Actor(kind=SYSTEM, name="Kairyluu")
