"""The official addresses of bodies. The password is written here and never shown again."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from kairyluu.data.letters.models import Mailbox
from kairyluu.data.letters.secrets import sealed
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.fieldnames import LABELS
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.site import site


class MailboxForm(forms.ModelForm):
    secret = forms.CharField(
        label=LABELS["secret"],
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "class": "vTextField"}),
    )


@admin.register(Mailbox, site=site)
class MailboxAdmin(OperatorAdmin):
    form = MailboxForm
    list_display = ("email", "body", "host", "is_active", "polled_at", "failing_since", "last_error")
    autocomplete_fields = ("body",)
    words: ClassVar[dict[str, Any]] = {"security": words.SECURITY}
    readonly_fields: ClassVar[Any] = ("polled_at", "failing_since", "last_error")

    def save_model(self, request: HttpRequest, obj: Mailbox, form: Any, change: bool) -> None:
        """An empty password leaves the one that is there."""
        if secret := form.cleaned_data.get("secret"):
            obj.sealed_secret = sealed(secret)
        super().save_model(request, obj, form, change)
