"""Pages of the second factor: allauth's own, and what the house adds to them. Loaded when first asked for (`urls`)."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as ceremony
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.faces.cabinet.doors import home_of
from kairyluu.faces.cabinet.factors.gate import SEEN
from kairyluu.faces.cabinet.sessions.keeping import end_the_others
from kairyluu.queries.people.sign_ins import has_second_factor, needs_second_factor


class _Optioned:
    """What a browser is asked to sign, as an attribute: a page here carries no script."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        told = context.get("js_data", {})
        options = told.get("creation_options") or told.get("request_options")
        return context | {"options": json.dumps(options) if options else ""}


class Index(base.IndexView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        account: Any = self.request.user
        is_needed = needs_second_factor(account, timezone.localdate())
        is_missing = is_needed and not has_second_factor(account.pk)
        return context | {"is_needed": is_needed, "is_missing": is_missing}


class Authenticate(_Optioned, base.AuthenticateView):
    pass


class ConnectApp(totp.ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        """Whoever else is signed in came without the second step: he is signed out."""
        answer = super().form_valid(form)
        end_the_others(self.request)
        return answer


class DisconnectApp(totp.DeactivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        self.request.session.pop(SEEN, None)
        return super().form_valid(form)


class AddPasskey(_Optioned, webauthn.AddWebAuthnView):
    """Always one that signs in alone: it opens the door also while the password is locked."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "options": json.dumps(ceremony.begin_registration(self.request.user, passwordless=True))
        }

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        end_the_others(self.request)
        return answer


class RemovePasskey(webauthn.RemoveWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            messages.error(self.request, str(adapter.error_messages["cannot_delete_authenticator"]))
            return redirect("mfa_index")
        self.request.session.pop(SEEN, None)
        return super().form_valid(form)


class ReauthenticatePasskey(_Optioned, webauthn.ReauthenticateWebAuthnView):
    pass


@never_cache
@login_required
def picture(request: HttpRequest) -> HttpResponse:
    """The key of the page that is open now, for the camera of a telephone; a picture inside the page would need a weaker
    content policy."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawn, content_type="image/svg+xml")


@login_required
def home(request: HttpRequest) -> HttpResponse:
    return redirect(home_of(request))


index, authenticate = Index.as_view(), Authenticate.as_view()
reauthenticate = base.ReauthenticateView.as_view()
connect_app, disconnect_app = ConnectApp.as_view(), DisconnectApp.as_view()
add_passkey, remove_passkey = AddPasskey.as_view(), RemovePasskey.as_view()
login_passkey, reauthenticate_passkey = webauthn.login_webauthn, ReauthenticatePasskey.as_view()
codes, new_codes = recovery.view_recovery_codes, recovery.generate_recovery_codes
