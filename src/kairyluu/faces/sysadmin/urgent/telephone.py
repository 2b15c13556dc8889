"""What operators of the trust telephone tell and sort by: procedures, kinds of misconduct."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext

from kairyluu.data.reference.models import Misconduct, Procedure
from kairyluu.faces.sysadmin.reference import NamedAdmin
from kairyluu.faces.sysadmin.rows import SourcedAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.directory import directory


class ProcedureForm(ModelForm):
    def clean_body_code(self) -> str:
        code = str(self.cleaned_data["body_code"]).strip()
        if code and code not in directory().bodies:
            raise ValidationError(gettext("There is no body with this code."))
        return code

    def clean_topic_code(self) -> str:
        code = str(self.cleaned_data["topic_code"]).strip()
        if code and code not in directory().topics:
            raise ValidationError(gettext("There is no topic with this code."))
        return code


@admin.register(Procedure, site=site)
class ProcedureAdmin(SourcedAdmin):
    form = ProcedureForm
    list_display = ("code", "topic_code", "body_kind", "body_code")
    search_fields = ("code", "topic_code", "words", "text_ky", "text_ru")


@admin.register(Misconduct, site=site)
class MisconductAdmin(NamedAdmin):
    search_fields = ("code", "name_ky", "name_ru")
