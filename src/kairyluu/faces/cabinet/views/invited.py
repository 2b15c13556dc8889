"""The link of an invitation: a person listed by the administrator sets the first password. The secret leaves the address at
once and is used up with the password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from kairyluu.faces.cabinet.forms.wording import PASSWORD_HELP, WRITE_AGAIN, say
from kairyluu.faces.cabinet.frame import draw
from kairyluu.usecases.people.listing.invite import (
    AcceptInvitation,
    InvitationOver,
    accept_invitation,
    find_invited,
)

KEPT = "invitation"


class FirstPassword(forms.Form):
    password1 = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    password2 = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        say(self, "password1", _("Password"), _("Choose a password and write it"), PASSWORD_HELP)
        say(self, "password2", _("The same password again"), WRITE_AGAIN)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("password1") and values.get("password2") and values["password1"] != values["password2"]:
            self.add_error("password2", gettext("The two passwords are not the same."))
        return values


@never_cache
def invited(request: HttpRequest, secret: str) -> HttpResponse:
    """Looking at the link uses nothing up: filters of mail follow links. A link that is none leaves nothing behind."""
    try:
        find_invited(secret, timezone.now())
    except InvitationOver:
        return draw(request, "account/invitation_over.html", {}, status=404)
    request.session[KEPT] = secret[:100]
    return redirect("account_invited")


@never_cache
def first_password(request: HttpRequest) -> HttpResponse:
    secret, now = request.session.get(KEPT, ""), timezone.now()
    try:
        account = find_invited(secret, now)
        form = FirstPassword(request.POST or None)
        if request.method == "POST" and form.is_valid() and _is_set(form, secret):
            request.session.flush()
            messages.success(request, gettext("Your password is saved. Now sign in with it."))
            return redirect("account_login")
    except InvitationOver:
        return draw(request, "account/invitation_over.html", {}, status=404)
    context = {"form": form, "invited": account}
    return draw(request, "account/invited.html", context, status=422 if form.errors else 200)


def _is_set(form: FirstPassword, secret: str) -> bool:
    try:
        accept_invitation(
            AcceptInvitation(secret=secret, password=form.cleaned_data["password1"]), now=timezone.now()
        )
    except ValidationError as easy:
        form.add_error("password1", easy)
        return False
    return True
