"""`/account/2fa/`: the names are allauth's own. Its views load the libraries of passkeys and codes, so each comes in when its
page is first asked for: most processes never need them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.views.generic import RedirectView

from kairyluu.faces.cabinet.frame import framed


def later(name: str) -> Any:
    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        views = import_module("kairyluu.faces.cabinet.factors.views")
        return framed(getattr(views, name))(request, *args, **kwargs)

    view.__name__ = name
    return view


factors = [
    path("", later("index"), name="mfa_index"),
    path("authenticate/", later("authenticate"), name="mfa_authenticate"),
    path("reauthenticate/", later("reauthenticate"), name="mfa_reauthenticate"),
    path("app/connect/", later("connect_app"), name="mfa_activate_totp"),
    path("app/picture.svg", later("picture"), name="mfa_totp_picture"),
    path("home/", later("home"), name="account_home"),
    path("app/disconnect/", later("disconnect_app"), name="mfa_deactivate_totp"),
    path("codes/", later("codes"), name="mfa_view_recovery_codes"),
    path("codes/new/", later("new_codes"), name="mfa_generate_recovery_codes"),
    path("passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("passkeys/add/", later("add_passkey"), name="mfa_add_webauthn"),
    path("passkeys/sign-in/", later("login_passkey"), name="mfa_login_webauthn"),
    path("passkeys/prove/", later("reauthenticate_passkey"), name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/remove/", later("remove_passkey"), name="mfa_remove_webauthn"),
]
