"""Reference data: topics, calendar, terms, grounds, channels, outcomes, settings, texts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.reference.models import (
    AnswerTemplate,
    CalendarDay,
    Channel,
    ContentPage,
    Outcome,
    RefusalGround,
    Setting,
    Term,
    Topic,
    UrgentClass,
)
from kairyluu.faces.sysadmin.rows import NamedAdmin, SourcedAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.applied_terms import last_applied_on


@admin.register(Topic, site=site)
class TopicAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "name_ru", "default_body_code")
    autocomplete_fields = ("parent",)


class TermForm(ModelForm):
    """Nothing of the past is rewritten: an applied term may only end or be switched off."""

    def clean_effective_to(self) -> Any:
        ends_on = self.cleaned_data["effective_to"]
        applied_on = last_applied_on(self.instance) if self.instance.pk else None
        if ends_on and applied_on and ends_on < applied_on:
            raise ValidationError(
                gettext("The term was applied to an appeal registered on %(day)s: it cannot end earlier.")
                % {"day": applied_on.isoformat()}
            )
        return ends_on


@admin.register(Term, site=site)
class TermAdmin(NamedAdmin):
    form = TermForm
    list_display = (
        "code",
        "name_ky",
        "family",
        "amount",
        "unit",
        "effective_from",
        "effective_to",
        "is_enabled",
    )
    list_filter = ("family", "is_enabled")
    readonly_fields = (*NamedAdmin.readonly_fields, "applied")
    may_change_when_applied = ("effective_to", "is_enabled")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        fixed = super().get_readonly_fields(request, obj)
        if isinstance(obj, Term) and last_applied_on(obj):
            names = [field.name for field in Term._meta.fields if field.editable and field.name != "id"]
            fixed += [name for name in names if name not in (*fixed, *self.may_change_when_applied)]
        return fixed

    @admin.display(description=_("Applied"))
    def applied(self, obj: Term) -> str:
        last = last_applied_on(obj) if obj.pk else None
        if last is None:
            return gettext("Not applied to any appeal yet: everything may be changed.")
        return gettext(
            "Applied to appeals registered until %(day)s: only its end and whether it is enabled may be changed. "
            "A changed law is a new term."
        ) % {"day": last.isoformat()}


@admin.register(CalendarDay, site=site)
class CalendarDayAdmin(SourcedAdmin):
    list_display = ("date", "kind", "name_ky", "name_ru", "announced_on")
    list_filter = ("kind",)
    date_hierarchy = "date"
    search_fields = ("name_ky", "name_ru", "name_en")


@admin.register(Setting, site=site)
class SettingAdmin(NamedAdmin):
    list_display = ("code", "value", "unit", "name_ky", "name_ru")


@admin.register(Channel, site=site)
class ChannelAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "form", "counts_as_appeal")
    list_filter = ("form",)


@admin.register(Outcome, site=site)
class OutcomeAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "group", "counts_as_positive", "needs_reason")
    list_filter = ("group",)


@admin.register(RefusalGround, site=site)
class RefusalGroundAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "requires_notice", "citizen_can_fix")


@admin.register(UrgentClass, site=site)
class UrgentClassAdmin(NamedAdmin):
    pass


@admin.register(ContentPage, site=site)
class ContentPageAdmin(SourcedAdmin):
    list_display = ("slug", "language", "version", "effective_from", "title")
    list_filter = ("slug", "language")
    search_fields = ("slug", "title", "text")


@admin.register(AnswerTemplate, site=site)
class AnswerTemplateAdmin(SourcedAdmin):
    list_display = ("code", "language", "name", "outcome_code", "body_code")
    list_filter = ("language", "outcome_code")
    search_fields = ("code", "name", "text")
