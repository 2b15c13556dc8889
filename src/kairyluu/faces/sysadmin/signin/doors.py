"""The doors of one account: signing it out everywhere, opening what wrong passwords locked, letting it connect new factors,
inviting its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.listing.invite import Invite, invite
from kairyluu.usecases.people.second_factor import TakeFactorsAway, take_factors_away
from kairyluu.usecases.people.sessions.end import ForceSignOut, force_sign_out

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.accounts import AccountAdmin

DONE: dict[str, Any] = {
    "sign_out": _("Signed out everywhere, from this moment on."),
    "open": _("The door is open again."),
    "factors": _("The second step is taken away; the next sign-in asks for a new one."),
    "invite": _("The invitation is on its way."),
}


def doors(admin: AccountAdmin, request: HttpRequest, account_id: int) -> HttpResponse:
    account = Account.objects.select_related("official").filter(pk=account_id).first()
    if account is None:
        raise Http404
    if request.method == "POST":
        _do(admin, request, account)
        return redirect("admin:people_account_doors", account.pk)
    context = admin.admin_site.each_context(request) | {
        "title": gettext("Doors of the account"),
        "subtitle": account.email,
        "opts": Account._meta,
        "account": account,
        "n_sessions": account.sign_ins.count(),
        "factors": list(Authenticator.objects.filter(user=account).order_by("id")),
        "is_own": account.pk == request.user.pk,
        "media": admin.media,
    }
    return TemplateResponse(request, "sysadmin/account_doors.html", context)


def _do(admin: AccountAdmin, request: HttpRequest, account: Account) -> None:
    now, what = timezone.now(), request.POST.get("do", "")
    because = request.POST.get("because", "")[:500]
    who: dict[str, Any] = {"actor": actor_of(request.user, timezone.localdate(now)), "now": now}
    try:
        if what == "sign_out":
            force_sign_out(ForceSignOut(account_id=account.pk, because=because), **who)
        elif what == "factors":
            take_factors_away(TakeFactorsAway(account_id=account.pk, because=because), **who)
        elif what == "invite":
            _invited(request, *invite(Invite(account_id=account.pk), **who))
        elif what == "open":
            _opened(request, account)
            admin.note(request, "open_door", account, [])
        else:
            return
    except Refused:
        messages.error(request, gettext("This could not be done."))
        return
    messages.success(request, str(DONE[what]))


def _opened(request: HttpRequest, account: Account) -> None:
    """Forgets the failures: of the password by address, of the codes by account, as allauth counts them."""
    told: dict[str, Any] = {"app": "allauth.account", "action": "login_failed"}
    for key in (account.email.lower(), f"mfa-auth-user-{account.pk}"):
        ratelimit.clear(request, key=key, **told)


def _invited(request: HttpRequest, account: Account, secret: str) -> None:
    link = f"{settings.BASE_URL}{reverse('account_invitation', args=[secret])}"
    with translation.override(account.language):
        get_adapter(request).send_mail(
            "account/email/invitation", account.email, {"invited": account, "link": link}
        )
