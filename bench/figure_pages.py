"""Questions to the figures and pages that show them, as officials and the public ask them: name -> what asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

Ask = Callable[[], Any]


def watchers() -> dict[str, Any]:
    """Two accounts, made where they are not there yet: who oversees an oblast, and who sees the whole country."""
    from kairyluu.data.agencies.models import Body, Official, Post, Tenure
    from kairyluu.data.people.models import Account

    found = {}
    for role, code in (("overseer", "pr-o"), ("execution_controller", "presidential-administration")):
        account = Account.objects.filter(email=f"{role}@bench.example").first()
        if account is None:
            sample = {"status": "sample", "source": "bench"}
            body = Body.objects.get(code=code)
            titles = dict.fromkeys(("title_ky", "title_ru", "title_en"), role)
            post = Post.objects.create(code=f"bench.{role}", body=body, role=role, rank=1, **titles, **sample)
            official = Official.objects.create(code=post.code, surname="Байкоочу", given_name="Бир", **sample)
            Tenure.objects.create(post=post, official=official, starts_on=dt.date(2020, 1, 1))
            account = Account.objects.create(
                email=f"{role}@bench.example", official=official, surname="Байкоочу", given_name="Бир"
            )
        found[role] = account
    return found


def pages() -> dict[str, Ask]:
    """Through Django's test client, in the process: without network and server."""
    found = {}
    for role, account in watchers().items():
        where = "country" if role == "execution_controller" else "oblast"
        for name, query in (
            ("year", "period=2026"),
            ("year by topic", "period=2026&by=topic"),
            ("year by body (a ranking)", "period=2026&by=body"),
            ("month by channel", "period=2026-10&by=channel"),
            ("quarter by region", "period=2026-Q3&by=region_applicant"),
            ("half-year by month", "period=2026-H1&by=month"),
            ("any days by topic", "period=2026-02-10..2026-09-20&by=topic"),
        ):
            found[f"page of figures, {where}, {name}"] = _page(f"/watch/figures/?{query}", account)
        found[f"appeals behind a number, {where}"] = _page(
            "/watch/figures/behind/?period=2026-10&by=topic&code=answered_late&key=social", account
        )
        found[f"bodies compared, {where}"] = _page("/watch/compared/?period=2026", account)
        for place in ("body", "territory"):
            found[f"sudden topics by {place}, {where}"] = _page(f"/watch/sudden/?place={place}", account)
    return found


def public_pages() -> dict[str, Ask]:
    """As they are kept, and each counted anew: what is kept is thrown away before."""
    tables = ("regions", "bodies", "topics", "channels", "satisfaction")
    paths = ["/statistics/", *(f"/statistics/{slug}/" for slug in tables)]
    found = {}
    for path in paths:
        found[f"public {path}, warm"] = _page(path, None)
        found[f"public {path}, another year, warm"] = _page(f"{path}?period=2025", None)
        found[f"public {path}, another quarter, the year warm"] = _page(f"{path}?period=2025-Q2", None)
        found[f"public {path}, cold"] = _cold(_page(path, None))
    for path in ("", *(f"/{slug}" for slug in tables)):
        found[f"API /statistics{path}"] = _page(f"/api/v1/statistics{path}?period=2026-Q2", None)
    return found


def analyses() -> dict[str, Ask]:
    from kairyluu.reports.analysis.asking import AnalysisAsked
    from kairyluu.reports.analysis.counting import count_analysis
    from kairyluu.rules.figures.periods import Period

    today = dt.date(2026, 11, 2)

    def asked(period: str, body: str) -> Ask:
        question = AnalysisAsked(period=Period.of(period), body=body, few=5)
        return lambda: count_analysis(question, today=today)

    return {
        "analysis of October, country": asked("2026-10", ""),
        "analysis of October, an oblast": asked("2026-10", "pr-o"),
        "analysis of October, a district": asked("2026-10", "da-o-alai"),
        "analysis of the nine months, country": asked("2026-9M", ""),
        "analysis of the nine months, an oblast": asked("2026-9M", "pr-o"),
    }


def _page(path: str, account: Any) -> Ask:
    from django.test import Client

    client = Client()
    if account is not None:
        client.force_login(account)

    def ask() -> None:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    return ask


def _cold(ask: Ask) -> Ask:
    from kairyluu.reports import keeping

    def anew() -> None:
        keeping.forget()
        ask()

    return anew
