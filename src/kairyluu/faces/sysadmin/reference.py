"""Reference data: topics, calendar, terms, grounds, channels, outcomes, settings, texts."""

from __future__ import annotations

from typing import Any, ClassVar

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
    EmptyPhrase,
    Outcome,
    RefusalGround,
    Setting,
    Term,
    Topic,
    UrgentClass,
)
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.law.previews import PreviewedDay, PreviewedTerm
from kairyluu.faces.sysadmin.parts import PartsForm, box, line, pick
from kairyluu.faces.sysadmin.rows import NamedAdmin, SourcedAdmin
from kairyluu.faces.sysadmin.site import site
from kairyluu.queries.applied_terms import last_applied_on
from kairyluu.queries.clock.term_preview import last_day_counted


@admin.register(Topic, site=site)
class TopicAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "name_ru", "default_body_code")
    words: ClassVar[Any] = SourcedAdmin.words | {"default_body_kind": words.BODY_KIND}
    autocomplete_fields = ("parent",)


class TermForm(ModelForm):
    """Nothing of the past is rewritten: an applied term may only end, and another begins after the last day that was
    counted."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        is_applied = bool(self.instance.pk and last_applied_on(self.instance))
        if values.get("is_enabled", self.instance.is_enabled) and not is_applied and not self.errors:
            self._begins_later(values)
        return values

    def _begins_later(self, values: dict[str, Any]) -> None:
        counted = last_day_counted(values.get("family", self.instance.family))
        begins = values.get("effective_from")
        if counted and (begins is None or begins <= counted):
            told = gettext("Days were counted until %(day)s: an enabled term begins later, never backwards.")
            self.add_error("effective_from", told % {"day": counted.isoformat()})

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
class TermAdmin(PreviewedTerm):
    form = TermForm
    list_display = (
        "code",
        "name_ky",
        "family",
        "kind",
        "amount",
        "unit",
        "effective_from",
        "effective_to",
        "is_enabled",
    )
    words: ClassVar[Any] = SourcedAdmin.words | {
        "family": words.FAMILY,
        "kind": words.APPEAL_KIND,
        "unit": words.UNIT,
        "counts_from": words.COUNTS_FROM,
        "first_day": words.FIRST_DAY,
        "roll": words.ROLL,
    }
    list_filter = ("family", "kind", "is_enabled")
    readonly_fields = (*NamedAdmin.readonly_fields, "applied")
    may_change_when_applied = ("effective_to",)

    def fixed(self, request: HttpRequest, obj: Model | None) -> list[str]:
        fixed = super().fixed(request, obj)
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
            "Applied to appeals registered until %(day)s: only its end may be changed. A changed law is a new term."
        ) % {"day": last.isoformat()}


@admin.register(CalendarDay, site=site)
class CalendarDayAdmin(PreviewedDay):
    list_display = ("date", "scope", "kind", "name_ky", "name_ru", "announced_on")
    words: ClassVar[Any] = SourcedAdmin.words | {"kind": words.DAY_KIND, "scope": words.places}
    list_filter = ("kind",)
    date_hierarchy = "date"
    ordering = ("-date", "scope")
    search_fields = ("name_ky", "name_ru", "name_en", "scope")

    def fixed(self, request: HttpRequest, obj: Model | None) -> list[str]:
        """The day and its scope are what a row is known by."""
        return [*super().fixed(request, obj), *(("date", "scope") if obj else ())]


@admin.register(Setting, site=site)
class SettingAdmin(NamedAdmin):
    list_display = ("code", "value", "unit", "name_ky", "name_ru")
    words: ClassVar[Any] = SourcedAdmin.words | {"unit": words.SETTING_UNIT}


@admin.register(Channel, site=site)
class ChannelAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "form", "counts_as_appeal")
    words: ClassVar[Any] = SourcedAdmin.words | {
        "form": words.CHANNEL_FORM,
        "block_a": words.BLOCK_A,
        "block_c": words.BLOCK_C,
        "block_d": words.BLOCK_D,
    }
    list_filter = ("form",)


@admin.register(Outcome, site=site)
class OutcomeAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "group", "counts_as_positive", "needs_reason")
    words: ClassVar[Any] = SourcedAdmin.words | {
        "group": words.OUTCOME_GROUP,
        "report_block": words.REPORT_BLOCK,
    }
    list_filter = ("group",)


@admin.register(RefusalGround, site=site)
class RefusalGroundAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "requires_notice", "citizen_can_fix")
    words: ClassVar[Any] = SourcedAdmin.words | {"requires_notice": words.NOTICE_TO_APPLICANT}


class UrgentClassForm(PartsForm):
    whole = "columns"
    parts = (
        *("point", "covers_ky", "covers_ru", "covers_en", "report_to", "report_to_body_kind", "how_fast"),
        *("clock", "report_term", "ack_term", "also_consider_under_law", "if_head_is_subject"),
    )
    point = line("point")
    covers_ky = box("covers_ky")
    covers_ru = box("covers_ru")
    covers_en = box("covers_en")
    report_to = line("report_to")
    report_to_body_kind = pick("report_to_body_kind", words.BODY_KIND)
    how_fast = line("how_fast")
    clock = pick("clock", words.CLOCK)
    report_term = line("report_term")
    ack_term = line("ack_term")
    also_consider_under_law = pick("also_consider_under_law", words.YES_NO)
    if_head_is_subject = pick("if_head_is_subject", words.BODY_KIND)


@admin.register(UrgentClass, site=site)
class UrgentClassAdmin(NamedAdmin):
    form = UrgentClassForm
    exclude = ("columns",)


@admin.register(ContentPage, site=site)
class ContentPageAdmin(SourcedAdmin):
    list_display = ("slug", "language", "version", "effective_from", "title")
    words: ClassVar[Any] = SourcedAdmin.words | {"slug": words.PAGE, "language": words.LANGUAGE}
    list_filter = ("slug", "language")
    search_fields = ("slug", "title", "text")


@admin.register(AnswerTemplate, site=site)
class AnswerTemplateAdmin(SourcedAdmin):
    list_display = ("code", "language", "name", "outcome_code", "body_code")
    words: ClassVar[Any] = SourcedAdmin.words | {"language": words.LANGUAGE, "outcome_code": words.outcomes}
    list_filter = ("language", "outcome_code")
    search_fields = ("code", "name", "text")


@admin.register(EmptyPhrase, site=site)
class EmptyPhraseAdmin(SourcedAdmin):
    list_display = ("code", "language", "text")
    words: ClassVar[Any] = SourcedAdmin.words | {"language": words.LANGUAGE}
    list_filter = ("language",)
    search_fields = ("code", "text")
