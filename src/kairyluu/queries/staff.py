"""Officials as colleagues: where to write to them, who may be given work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory


@dataclass(frozen=True)
class Colleague:
    """One person of a body with the post held today; `code` is the official's code."""

    official_id: int
    code: str
    name: str
    role: str
    title_ky: str
    title_ru: str
    title_en: str
    department_ky: str = ""
    department_ru: str = ""
    department_en: str = ""

    def title(self, language: str) -> str:
        return str(getattr(self, f"title_{language}", "") or self.title_ky)


def address_of(official_id: int) -> tuple[str, str]:
    """E-mail address and language of an official's account; empty address without one."""
    account = (
        Account.objects.filter(official_id=official_id, is_active=True).only("email", "language").first()
    )
    return (account.email, account.language) if account else ("", "ky")


def list_colleagues(body_id: int, today: date, *roles: str) -> list[Colleague]:
    """Who holds a post in the body today (of the roles, if any are named), each person once, by rank."""
    found: dict[int, Colleague] = {}
    wanted = roles or ("executor", "registrar", "controller", "deputy", "head")
    for tenure in directory().holders_in(body_id, today, *wanted):
        post, official = tenure.post, tenure.official
        department = post.department
        found.setdefault(
            official.pk,
            Colleague(
                official_id=official.pk,
                code=official.code,
                name=official.full_name,
                role=post.role,
                title_ky=post.title_ky,
                title_ru=post.title_ru,
                title_en=post.title_en,
                department_ky=department.name_ky if department else "",
                department_ru=department.name_ru if department else "",
                department_en=department.name_en if department else "",
            ),
        )
    return list(found.values())
