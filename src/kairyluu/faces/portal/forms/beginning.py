"""How a form begins: empty, with the applicant's own data, or as a draft left it; and how a draft is kept."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kairyluu.faces.portal.forms.appeal import AppealForm
from kairyluu.faces.portal.forms.drawing import draw_form
from kairyluu.faces.portal.forms.naming import body_code
from kairyluu.faces.portal.forms.sentences import Trouble
from kairyluu.faces.portal.gate import actor_at
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.cabinet import NotInYourCabinet, find_draft, find_my_account
from kairyluu.queries.people.providers import identity_in_use
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.save_draft import SaveDraft, save_draft

PROFILE = ("surname", "given_name", "patronymic", "phone", "email")
CONFIRMED = ("surname", "given_name", "patronymic", "personal_number")
NOT_KEPT = ("instruction", "search", "agree")


def initial_values(request: HttpRequest, actor: Actor, signed_instruction: str) -> dict[str, str]:
    """Values by field. `?draft=` names a draft of the reader, `?body=` a body to write to, `?kind=` a
    kind."""
    fresh = {
        "submission_key": str(uuid4()),
        "body": request.GET.get("body", "")[:100],
        "kind": request.GET.get("kind", "")[:20],
        "who": "person",
        "reply_language": language_now(),
    }
    fresh |= _draft(request.GET.get("draft", ""), actor) or _profile(actor)
    return fresh | {"instruction": signed_instruction}


def keep_draft(request: HttpRequest, form: AppealForm, *, now: datetime, today: date) -> HttpResponse:
    """For who is signed in; the form is drawn again and says whether it was kept."""
    values = form.typed()
    fields = {name: value for name, value in values.items() if name not in NOT_KEPT}
    fields["body"] = body_code(fields["body"], form.known)
    again = AppealForm(None, form.known, values)
    try:
        save_draft(SaveDraft(submission_key=form.key, fields=fields), actor=actor_at(request, today), now=now)
    except Refused:
        trouble = Trouble("", _("The draft could not be kept. It is too long, or you are not signed in."))
        return draw_form(request, again, today=today, troubles=(trouble,))
    return draw_form(request, again, today=today, is_kept=True)


def _draft(key: str, actor: Actor) -> dict[str, str]:
    try:
        draft = find_draft(actor, UUID(key))
    except (ValueError, NotInYourCabinet):
        return {}
    names = AppealForm.base_fields.keys()
    return {name: str(draft.fields[name]) for name in names if name in draft.fields} | {
        "submission_key": str(draft.submission_key)
    }


def _profile(actor: Actor) -> dict[str, str]:
    if actor.account_id is None:
        return {}
    account = find_my_account(actor)
    values = {name: str(getattr(account, name)) for name in PROFILE} | {"email": account.address}
    if identity := identity_in_use(actor):
        values |= {name: str(getattr(identity, name)) for name in CONFIRMED if getattr(identity, name)}
    return values
