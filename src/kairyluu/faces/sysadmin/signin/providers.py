"""Providers of identities: address, client, secret (written, never shown), which claim is what; and a trial of the map."""

from __future__ import annotations

import base64
import json
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.people.models import IdentityProvider
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.rules.exchange.claims import FIELDS, STANDARD, read_claims
from kairyluu.usecases.people.identity.asking import is_safe_address
from kairyluu.usecases.people.sealing import seal

CLAIMED: dict[str, Any] = {
    "surname": _("Surname"),
    "given_name": _("Given name"),
    "patronymic": _("Patronymic"),
    "personal_number": _("Personal number"),
    "phone": _("Telephone"),
    "email": _("E-mail address"),
}
LONGEST_SAMPLE = 20_000
_JWT_PARTS = 3


class ProviderForm(forms.ModelForm):
    new_secret = forms.CharField(
        label=_("New client secret"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Empty: the secret stays as it is. It is sealed; nobody can read it here."),
    )

    class Meta:
        model = IdentityProvider
        fields = (
            *("code", "name_ky", "name_ru", "name_en", "body", "address", "client_id", "scopes", "is_active"),
        )
        labels: ClassVar[Any] = {
            "address": _("Address (issuer)"),
            "client_id": _("Client id"),
            "scopes": _("Scopes"),
        }
        help_texts: ClassVar[Any] = {
            "body": _("Empty: for citizens. Otherwise only for the listed staff of this body.")
        }
        widgets: ClassVar[Any] = {
            name: forms.TextInput(attrs={"class": "vTextField"})
            for name in ("name_ky", "name_ru", "name_en", "address", "client_id", "scopes")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by = self.instance.claims or STANDARD if self.instance.pk else STANDARD
        for name in FIELDS:
            self.initial.setdefault(f"claim_{name}", by.get(name, ""))

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"]).strip().rstrip("/")
        if not is_safe_address(address):
            raise ValidationError(gettext("Write the address with https://."))
        return address

    def clean_scopes(self) -> str:
        scopes = str(self.cleaned_data["scopes"]).split()
        if "openid" not in scopes:
            raise ValidationError(gettext("Among the scopes there has to be openid."))
        return " ".join(dict.fromkeys(scopes))


for _name, _label in CLAIMED.items():
    ProviderForm.declared_fields[f"claim_{_name}"] = forms.CharField(
        label=_label, required=False, max_length=100, initial=STANDARD[_name]
    )


class SampleForm(forms.Form):
    sample = forms.CharField(
        label=_("A sample token, or its claims as JSON"),
        max_length=LONGEST_SAMPLE,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def clean_sample(self) -> dict[str, Any]:
        try:
            return claims_in(self.cleaned_data["sample"].strip())
        except (ValueError, RecursionError):
            raise ValidationError(gettext("This is neither a token nor JSON.")) from None


def claims_in(sample: str) -> dict[str, Any]:
    """Of a JWT its middle part, for looking only: nothing is verified and nothing kept. Raises ValueError."""
    parts = sample.split(".")
    if len(parts) == _JWT_PARTS and "{" not in sample:
        sample = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)).decode()
    claims = json.loads(sample)
    if not isinstance(claims, dict):
        raise ValueError("no object")
    return claims


@admin.register(IdentityProvider, site=site)
class IdentityProviderAdmin(OperatorAdmin):
    form = ProviderForm
    change_form_template = "sysadmin/provider_change.html"
    list_display = ("code", "name_ky", "body", "address", "is_active")
    list_select_related = ("body",)
    autocomplete_fields = ("body",)
    search_fields = ("code", "name_ky", "name_ru")
    fieldsets = (
        (None, {"fields": (*ProviderForm.Meta.fields, "new_secret")}),
        (_("Which claim is what"), {"fields": tuple(f"claim_{name}" for name in FIELDS)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **(kwargs | {"fields": ProviderForm.Meta.fields}))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        values = form.cleaned_data
        obj.claims = {name: values[f"claim_{name}"] for name in FIELDS if values[f"claim_{name}"]}
        if values["new_secret"]:
            obj.sealed_secret = seal(values["new_secret"])
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.preview)
        return [path("<int:pk>/preview/", view, name="people_identityprovider_preview"), *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The map tried on a pasted token: what each field would get."""
        provider = IdentityProvider.objects.filter(pk=pk).first()
        if provider is None:
            raise Http404
        form = SampleForm(request.POST or None)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Trying the map of claims"),
            "subtitle": provider.code,
            "opts": IdentityProvider._meta,
            "provider": provider,
            "form": form,
            "back": f"{request.scheme}://{request.get_host()}{reverse('identity_back', args=[provider.code])}",
            "media": self.media,
        }
        if request.method == "POST" and form.is_valid():
            context |= _tried(provider, form.cleaned_data["sample"])
        return TemplateResponse(request, "sysadmin/provider_preview.html", context)


def _tried(provider: IdentityProvider, claims: dict[str, Any]) -> dict[str, Any]:
    by = provider.claims or STANDARD
    vouched = read_claims(claims, by)
    rows = [
        {
            "field": CLAIMED[name],
            "claim": by.get(name, ""),
            "value": getattr(vouched, name),
            "is_unread": name in vouched.unread,
        }
        for name in FIELDS
    ]
    used = {path.split(".")[0] for path in by.values()}
    return {"rows": rows, "vouched": vouched, "unused": sorted(set(claims) - used)}
