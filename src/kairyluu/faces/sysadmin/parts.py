"""A column that keeps several parts in one object is edited as one field for each part."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from kairyluu.faces.sysadmin.fieldnames import HELP, LABELS
from kairyluu.faces.sysadmin.forms import keep_present_code
from kairyluu.faces.sysadmin.words import Words


def line(name: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "vTextField"})
    return forms.CharField(label=LABELS[name], help_text=HELP.get(name, ""), required=False, widget=widget)


def box(name: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"class": "vLargeTextField", "rows": 3})
    return forms.CharField(label=LABELS[name], required=False, widget=widget)


def pick(name: str, words: Words) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[("", "—"), *words.items()], label=LABELS[name], required=False)


class PartsForm(forms.ModelForm):
    """`whole` is the column, `parts` the names of its parts; what else the column keeps stays as it is."""

    whole: ClassVar[str]
    parts: ClassVar[tuple[str, ...]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kept = getattr(kwargs.get("instance"), self.whole, None) or {}
        kwargs["initial"] = {name: kept.get(name, "") for name in self.parts} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for name in self.parts:
            keep_present_code(self.fields[name], kept.get(name))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        kept = dict(getattr(self.instance, self.whole) or {})
        given = {name: values.get(name, "") for name in self.parts}
        setattr(self.instance, self.whole, kept | {n: v for n, v in given.items() if v or n in kept})
        return values


def whole_names(form: Any, names: list[str]) -> list[str]:
    """The columns that changed, where the form tells the parts of one."""
    parts = getattr(form, "parts", ())
    return list(dict.fromkeys(form.whole if name in parts else name for name in names))
