"""Invented people in invented posts: a head, a registrar and an executor for every body."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from kairyluu.data.agencies.models import Body, Official, Post, Tenure

SAMPLE = {"status": "sample", "source": "kairyluu generate"}
SINCE = dt.date(2020, 1, 1)
STAFF = (
    ("head", "head", "Жетекчи", "Руководитель", "Head", 1),
    ("registrar", "registrar", "Катчы", "Регистратор", "Registrar", 40),
    ("executor", "executor", "Аткаруучу", "Исполнитель", "Executor", 50),
)


@dataclass(frozen=True)
class Clerk:
    official: int
    post: int
    name: str


def hire(bodies: list[Body], names: Any, chance: Random) -> dict[tuple[int, str], Clerk]:
    wanted = [(body, *row) for body in bodies for row in STAFF]
    posts = {p.code: p for p in Post.objects.filter(source=SAMPLE["source"])}
    officials = {o.code: o for o in Official.objects.filter(source=SAMPLE["source"])}
    new_posts, new_officials = [], []
    for body, role, name, *titles, rank in wanted:
        code = f"{body.code}.invented-{name}"
        title = dict(zip(("title_ky", "title_ru", "title_en"), titles, strict=True))
        surname, given = chance.choice(names["ky"]["surnames"])["m"], chance.choice(names["ky"]["given_m"])
        if code not in posts:
            new_posts.append(Post(code=code, body=body, role=role, rank=rank, **title, **SAMPLE))
            new_officials.append(Official(code=code[:80], surname=surname, given_name=given, **SAMPLE))
    posts |= {p.code: p for p in Post.objects.bulk_create(new_posts)}
    officials |= {o.code: o for o in Official.objects.bulk_create(new_officials)}
    Tenure.objects.bulk_create(
        Tenure(post=post, official=officials[post.code[:80]], starts_on=SINCE) for post in new_posts
    )
    Body.objects.filter(pk__in=[body.pk for body in bodies]).update(is_open=True)
    found = {}
    for body, role, *_ in wanted:
        code = f"{body.code}.invented-{role}"
        official = officials[code[:80]]
        found[body.pk, role] = Clerk(official.pk, posts[code].pk, official.full_name)
    return found
