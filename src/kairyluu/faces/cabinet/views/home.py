"""The cabinet's first page: my appeals, my drafts, my data."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.frame import draw, language_now
from kairyluu.queries.cabinet import find_my_account, list_drafts, list_my_appeals
from kairyluu.rules.facts import Actor


@at_home
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    language = language_now()
    account = find_my_account(actor)
    return draw(
        request,
        "cabinet/home.html",
        {
            "page": list_my_appeals(actor, 1, today=timezone.localdate(), language=language),
            "drafts": list_drafts(actor, language=language),
            "account": account,
            "account_language": dict(settings.LANGUAGES).get(account.language, account.language),
        },
    )
