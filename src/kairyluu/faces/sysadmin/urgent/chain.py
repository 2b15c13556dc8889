"""Who is told of an alarm, step by step: for every body, or for one by rows of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext

from kairyluu.data.alarms.models import ChainStep
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.rows import SourcedAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.directory import directory


class ChainStepForm(ModelForm):
    def clean_body_code(self) -> str:
        code = str(self.cleaned_data["body_code"]).strip()
        if code and code not in directory().bodies:
            raise ValidationError(gettext("There is no body with this code."))
        return code

    def clean_duty_posts(self) -> str:
        codes = [code.strip() for code in str(self.cleaned_data["duty_posts"]).split("|") if code.strip()]
        if unknown := [code for code in codes if code not in directory().posts]:
            told = gettext("There is no post with this code: %(codes)s")
            raise ValidationError(told % {"codes": ", ".join(unknown)})
        return "|".join(codes)


@admin.register(ChainStep, site=site)
class ChainStepAdmin(SourcedAdmin):
    form = ChainStepForm
    list_display = ("code", "body_code", "step", "who", "minutes")
    words: ClassVar[Any] = SourcedAdmin.words | {"who": words.TOLD_OF_ALARM}
    list_filter = ("who",)
    search_fields = ("code", "body_code", "duty_posts")
