"""Loading a list of staff from a file: first a trial that shows every difference, then the same file for good."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.listing.load import Loaded, LoadStaff, load_staff
from kairyluu.usecases.people.listing.placing import SAME
from kairyluu.usecases.people.listing.reading import COLUMNS, MOST_BYTES, NEEDED, NotAStaffFile

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.accounts import AccountAdmin

WHAT: dict[str, Any] = {
    "added": _("new person"),
    "renamed": _("name corrected"),
    "begun": _("post begins"),
    "ended": _("post ends"),
    "same": _("as it is"),
}
BECAUSE: dict[str, Any] = {
    "too_long": _("a cell is too long"),
    "empty": _("a needed cell is empty"),
    "email": _("this is no e-mail address"),
    "language": _("the language is ky, ru or en"),
    "day": _("a day is written 2026-03-01"),
    "days": _("the post ends before it begins"),
    "post": _("there is no post with this code"),
    "cabinet": _("this address belongs to a citizen's cabinet"),
    "closed": _("the account is closed"),
    "operator": _("who runs the system holds no other post, and is not listed by a file"),
    "twice": _("this row stands in the file already"),
    "too_large": _("the file has more than 5,000 rows or 1 MB"),
    "not_utf8": _("the file is not in UTF-8"),
    "not_csv": _("the file is no CSV"),
    "columns": _("columns are missing: "),
}


class FileForm(forms.Form):
    file = forms.FileField(label=_("File of staff (CSV, UTF-8)"))


def staff(admin: AccountAdmin, request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None)
    context = admin.admin_site.each_context(request) | {
        "title": gettext("Loading a list of staff"),
        "opts": Account._meta,
        "form": form,
        "columns": COLUMNS,
        "needed": NEEDED,
        "media": admin.media,
    }
    content = _content(request, form)
    if content is not None:
        is_trial = "confirmed" not in request.POST
        context |= _loaded(request, content, is_trial=is_trial)
    return TemplateResponse(request, "sysadmin/staff_load.html", context)


def _content(request: HttpRequest, form: FileForm) -> bytes | None:
    """Of the file that was chosen, or of the trial before, which the page carried along."""
    if request.method != "POST":
        return None
    if "confirmed" in request.POST:
        try:
            return base64.b64decode(request.POST.get("content", ""), validate=True)
        except ValueError:
            return None
    if not form.is_valid():
        return None
    return bytes(form.cleaned_data["file"].read(MOST_BYTES + 1))


def _loaded(request: HttpRequest, content: bytes, *, is_trial: bool) -> dict[str, Any]:
    now = timezone.now()
    try:
        actor = actor_of(request.user, timezone.localdate(now))
        done = load_staff(LoadStaff(content=content, is_trial=is_trial), actor=actor, now=now)
    except NotAStaffFile as refused:
        because = str(BECAUSE.get(str(refused.facts.get("because")), ""))
        messages.error(request, because + str(refused.facts.get("missing", "")))
        return {}
    except Refused:
        messages.error(request, gettext("This could not be done."))
        return {}
    if not is_trial:
        messages.success(request, gettext("The list is loaded."))
    return _shown(done) | {
        "is_trial": is_trial,
        "content": base64.b64encode(content).decode() if is_trial else "",
    }


def _shown(done: Loaded) -> dict[str, Any]:
    changed = [change for change in done.changes if SAME not in change.what]
    return {
        "done": True,
        "changes": [(one, [WHAT[what] for what in one.what]) for one in changed],
        "rejected": [(one, BECAUSE.get(one.because, one.because)) for one in done.rejected],
        "n_same": len(done.changes) - len(changed),
    }
