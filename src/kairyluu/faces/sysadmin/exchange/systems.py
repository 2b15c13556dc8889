"""How the document system of each body is reached. Tokens are settings of the installation, never rows."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.site import site


class SystemForm(ModelForm):
    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        address = values.get("address", "")
        if values.get("kind") == "http" and not address.startswith(("http://", "https://")):
            self.add_error("address", ValidationError(gettext("Write the address with https://.")))
        return values


@admin.register(DocumentSystem, site=site)
class DocumentSystemAdmin(OperatorAdmin):
    form = SystemForm
    list_display = ("body", "kind", "address", "last_package")
    autocomplete_fields = ("body",)
    words: ClassVar[dict[str, Any]] = {"kind": words.SYSTEM_KIND}
    readonly_fields: ClassVar[Any] = ("last_package",)
