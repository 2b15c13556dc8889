"""Bringing an earlier register, and taking one back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case_fields import Words


class BringForm(forms.Form):
    file = forms.FileField(
        label=_("File of the register"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
    )


class TakeBackForm(forms.Form):
    reason = Words(_("Write why the register is taken back."), label=_("Reason"), limit=1000)
