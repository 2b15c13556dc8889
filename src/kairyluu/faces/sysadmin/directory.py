"""The directory: territories, bodies with their opening, departments, posts, officials, who holds which post."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext

from kairyluu.data.agencies.models import Body, Department, Line, Official, Post, Tenure, Territory
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.exchange.keys import line_key
from kairyluu.faces.sysadmin.exchange.programs import programs
from kairyluu.faces.sysadmin.fieldnames import LABELS
from kairyluu.faces.sysadmin.forms import WeekdaysField
from kairyluu.faces.sysadmin.opening import opening
from kairyluu.faces.sysadmin.parts import PartsForm, line
from kairyluu.faces.sysadmin.rows import NamedAdmin, OperatorAdmin, SourcedAdmin
from kairyluu.faces.sysadmin.separation import OPERATOR_ROLE, is_held_by_an_operator, runs_the_system
from kairyluu.faces.sysadmin.site import site
from kairyluu.rules.office_hours import HoursUnreadable, office_hours
from kairyluu.rules.spelling import NotATelephone, phone_e164
from kairyluu.usecases.reference.paths import settle_paths


class BodyForm(PartsForm):
    whole = "hours"
    parts = ("summer_hours", "summer_lunch", "winter_hours", "winter_lunch")
    summer_hours = line("summer_hours")
    summer_lunch = line("summer_lunch")
    winter_hours = line("winter_hours")
    winter_lunch = line("winter_lunch")


class LineForm(BodyForm):
    """The hours of a line are edited as those of a body; the two numbers say the same."""

    def clean_number_e164(self) -> str:
        try:
            return phone_e164(self.cleaned_data["number_e164"])
        except NotATelephone:
            raise ValidationError(gettext("Write the number with its code, like +996323451184.")) from None

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        try:
            office_hours(self.instance.hours, summer_from="04-01", winter_from="11-01")
        except HoursUnreadable:
            raise ValidationError(gettext("Write hours like 09:00-18:00.")) from None
        return values


@admin.register(Line, site=site)
class LineAdmin(NamedAdmin):
    """Trust telephones: each change enters the journal and the history."""

    list_display = ("code", "number", "body", "languages")
    autocomplete_fields = ("body",)
    words: ClassVar[Any] = SourcedAdmin.words | {"languages": words.LANGUAGES}
    form = LineForm
    exclude = ("hours",)
    change_form_template = "sysadmin/line_change.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(lambda request, line_id: line_key(self, request, line_id))
        return [path("<int:line_id>/key/", view, name="agencies_line_key"), *super().get_urls()]


@admin.register(Territory, site=site)
class TerritoryAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "name_ru", "kind")
    words: ClassVar[Any] = SourcedAdmin.words | {"kind": words.TERRITORY_KIND}
    list_filter = ("kind",)
    autocomplete_fields = ("parent",)


@admin.register(Body, site=site)
class BodyAdmin(NamedAdmin):
    """Whether a body is open is decided on a page of its own, by the configuration check."""

    list_display = ("code", "name_ky", "kind", "participation", "is_open")
    list_filter = ("is_open", "kind", "participation")
    search_fields = (*NamedAdmin.search_fields, "aliases")
    autocomplete_fields = ("parent", "territory")
    readonly_fields = (*NamedAdmin.readonly_fields, "is_open", "path")
    change_form_template = "sysadmin/body_change.html"
    form = BodyForm
    exclude = ("hours",)
    words: ClassVar[Any] = SourcedAdmin.words | {
        "kind": words.BODY_KIND,
        "participation": words.PARTICIPATION,
        "answer_check": words.ANSWER_CHECK,
    }

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:body_id>/opening/", self.admin_site.admin_view(self.opening), name="agencies_body_opening"
        )
        view = self.admin_site.admin_view(lambda request, body_id: programs(self, request, body_id))
        of_body = path("<int:body_id>/programs/", view, name="agencies_body_programs")
        return [own, of_body, *super().get_urls()]

    def opening(self, request: HttpRequest, body_id: int) -> HttpResponse:
        return opening(self, request, body_id)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "parent" in form.changed_data or not change:
            settle_paths()


@admin.register(Department, site=site)
class DepartmentAdmin(NamedAdmin):
    list_display = ("code", "name_ky", "name_ru", "body")
    list_select_related = ("body",)
    autocomplete_fields = ("body",)


class PostForm(ModelForm):
    reception_days = WeekdaysField(label=LABELS["reception_days"], required=False)

    def clean(self) -> dict[str, Any]:
        """The same by the other way: the post he holds does not become one in which letters are read."""
        values = super().clean() or {}
        role = values.get("role")
        if self.instance.pk and role != OPERATOR_ROLE and is_held_by_an_operator(self.instance.pk):
            raise ValidationError(
                gettext("This person runs the system and cannot hold a post in which appeals are read.")
            )
        return values


@admin.register(Post, site=site)
class PostAdmin(SourcedAdmin):
    form = PostForm
    list_display = ("code", "title_ky", "role", "body", "rank", "is_public")
    list_filter = ("role", "is_public")
    search_fields = ("code", "title_ky", "title_ru", "title_en", "body__name_ky", "body__name_ru")
    autocomplete_fields = ("body", "department")
    words: ClassVar[Any] = SourcedAdmin.words | {"role": words.ROLE}
    list_select_related = ("body",)


@admin.register(Official, site=site)
class OfficialAdmin(SourcedAdmin):
    list_display = ("code", "surname", "given_name", "patronymic")
    search_fields = ("code", "surname", "given_name", "patronymic")


class TenureForm(ModelForm):
    def clean(self) -> dict[str, Any]:
        """Who runs the system reads nobody's letters, so he holds no post in which letters are read."""
        values = super().clean() or {}
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", gettext("The last day is before the first."))
        official, post = values.get("official"), values.get("post")
        if official and post and post.role != OPERATOR_ROLE and runs_the_system(official.pk):
            raise ValidationError(
                gettext("This person runs the system and cannot hold a post in which appeals are read.")
            )
        return values


@admin.register(Tenure, site=site)
class TenureAdmin(OperatorAdmin):
    form = TenureForm
    list_display = ("official", "post", "starts_on", "ends_on", "stands_in_for")
    list_select_related = ("official", "post__body", "stands_in_for__official", "stands_in_for__post")
    search_fields = ("official__surname", "official__given_name", "post__code")
    autocomplete_fields = ("post", "official", "stands_in_for")
    date_hierarchy = "starts_on"
