"""Drafts: throwing one away. Writing on happens on the portal's page of the form."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.frame import draw, language_now
from kairyluu.queries.cabinet import find_my_draft
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.delete_draft import DeleteDraft, NoSuchDraft, delete_draft


@at_home
def delete(request: HttpRequest, actor: Actor, key: UUID) -> HttpResponse:
    """Asks first: a draft cannot be brought back."""
    draft = find_my_draft(actor, key, language=language_now())
    if request.method == "POST":
        with suppress(NoSuchDraft):  # deleted in another window a moment ago: what was wished is done
            delete_draft(DeleteDraft(submission_key=key), actor=actor, now=timezone.now())
        messages.success(request, _("The draft is deleted."))
        return redirect("cabinet:home")
    return draw(request, "cabinet/draft_delete.html", {"draft": draft})
