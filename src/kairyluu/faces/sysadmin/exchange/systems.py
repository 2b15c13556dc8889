"""How the document system of each body is reached. Tokens and certificates are settings of the installation; a bucket's
secret key is sealed and never shown again. The way can be tried before it is used."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.confiding import seal
from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.actors import actor_of
from kairyluu.queries.staff import list_colleagues
from kairyluu.rules.exchange import xroad
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.documents.probe import TryConnection, try_connection

NAMES = ("enters_as", "resolves_as", "drafts_as")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SystemForm(ModelForm):
    secret = forms.CharField(
        label=_("Secret key of the bucket"),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "new-password"}),
        help_text=_("Kept sealed and never shown again. Leave it empty to keep the present one."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body_id = self.instance.body_id
        people = list_colleagues(body_id, timezone.localdate()) if body_id else []
        for name in NAMES:
            chosen: Any = self.fields.get(name)
            if chosen is not None:
                chosen.queryset = Official.objects.filter(pk__in=[one.official_id for one in people])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        kind, address = values.get("kind"), values.get("address", "")
        if kind in ("http", "xroad") and not address.startswith(("http://", "https://")):
            self.add_error("address", ValidationError(gettext("Write the address with https://.")))
        is_elsewhere = address.startswith("http://") and urlsplit(address).hostname not in LOOPBACK
        if kind in ("xroad", "bucket") and is_elsewhere:
            self.add_error("address", ValidationError(gettext("Write the address with https://.")))
        if kind == "xroad":
            self._named(values, "service", xroad.SERVICE_PARTS)
            self._named(values, "client", xroad.CLIENT_PARTS)
        if kind == "bucket" and not values.get("bucket"):
            self.add_error("bucket", ValidationError(gettext("Write the name of the bucket.")))
        return values

    def _named(self, values: dict[str, Any], name: str, n: int) -> None:
        try:
            xroad.parts_of(values.get(name, ""), n)
        except Refused:
            said = gettext("Write %(n)s parts with / between them, as X-Road names it.") % {"n": n}
            self.add_error(name, ValidationError(said))


@admin.register(DocumentSystem, site=site)
class DocumentSystemAdmin(OperatorAdmin):
    form = SystemForm
    list_display = ("body", "kind", "address", "last_package")
    autocomplete_fields = ("body",)
    words: ClassVar[dict[str, Any]] = {"kind": words.SYSTEM_KIND}
    fields = (
        *("body", "kind", "address", "service", "client", "bucket", "access_key", "secret"),
        *(*NAMES, "tried", "last_package"),
    )
    readonly_fields: ClassVar[Any] = ("last_package", "tried")

    @admin.display(description=_("Try the connection"))
    def tried(self, obj: DocumentSystem) -> str:
        """A button of the row's form that goes to an address of its own: the row as it is saved is tried."""
        if obj.pk is None:
            return "—"
        where = reverse("admin:exchange_documentsystem_try", args=[obj.pk])
        button = '<button type="submit" formaction="{}" formnovalidate>{}</button>'
        return format_html(button, where, _("Try it as it is saved"))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.try_it)
        return [path("<int:system_id>/try/", view, name="exchange_documentsystem_try"), *super().get_urls()]

    def try_it(self, request: HttpRequest, system_id: int) -> HttpResponse:
        """Not within the transaction of the row's form: the other side may take its time."""
        if request.method == "POST":
            self._try(request, system_id)
        return redirect(reverse("admin:exchange_documentsystem_change", args=[system_id]))

    def _try(self, request: HttpRequest, system_id: int) -> None:
        now = timezone.now()
        actor = actor_of(request.user, timezone.localdate(now))
        try:
            why = try_connection(TryConnection(system_id=system_id), actor=actor, now=now)
        except Refused:
            messages.error(request, gettext("Only the technical operator tries connections."))
            return
        if why:
            messages.error(request, gettext("The way is not open: %(why)s") % {"why": why})
        else:
            messages.success(request, gettext("The way is open: the other side answered."))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if secret := form.cleaned_data.get("secret"):
            obj.sealed_secret = seal().encrypt(secret.encode())
        super().save_model(request, obj, form, change)
