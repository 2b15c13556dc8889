"""Words of urgent messages and the receivers in law enforcement."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from kairyluu.data.reference.models import LawReceiver, UrgentWord
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.fieldnames import LABELS
from kairyluu.faces.sysadmin.rows import NamedAdmin, SourcedAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.directory import directory


@admin.register(UrgentWord, site=site)
class UrgentWordAdmin(SourcedAdmin):
    list_display = ("stem", "classes", "part", "language", "weight")
    words: ClassVar[Any] = SourcedAdmin.words | {
        "language": words.LANGUAGE,
        "part": words.URGENT_PART,
        "classes": words.urgent_classes,
    }
    list_filter = ("part", "language")
    search_fields = ("stem",)


def _several(name: str, of: words.Words) -> forms.MultipleChoiceField:
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=[*of.items()], label=LABELS[name], widget=boxes)


class LawReceiverForm(forms.ModelForm):
    """Several codes in one column are ticked, not typed."""

    matters = _several("matters", words.MATTER)
    channels = _several("channels", words.WAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kept = kwargs.get("instance")
        ticked = {name: getattr(kept, name).split("|") for name in ("matters", "channels")} if kept else {}
        kwargs["initial"] = ticked | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_matters(self) -> str:
        return "|".join(self.cleaned_data["matters"])

    def clean_channels(self) -> str:
        return "|".join(self.cleaned_data["channels"])

    def clean_body(self) -> str:
        code = str(self.cleaned_data["body"]).strip()
        if code and code not in directory().bodies:
            raise ValidationError(gettext("There is no body with this code."))
        return code

    def clean_territory(self) -> str:
        code = str(self.cleaned_data["territory"]).strip()
        if code and code not in directory().territories:
            raise ValidationError(gettext("There is no territory with this code."))
        return code


@admin.register(LawReceiver, site=site)
class LawReceiverAdmin(NamedAdmin):
    form = LawReceiverForm
    list_display = ("code", "name_ky", "territory", "telephone", "email")
