"""What every table of the system administration has in common: where a row is known from, who edits, no deleting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import Field, Model, QuerySet, TextField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from kairyluu.data.journal.recording import record
from kairyluu.data.reference.provenance import Sourced, Status
from kairyluu.faces.sysadmin.labels import LABELS, column, titled_filter
from kairyluu.faces.sysadmin.site import titled
from kairyluu.queries.actors import actor_of

STATUS_WORDS: dict[str, Any] = {
    Status.VERIFIED: _("read in a public source"),
    Status.SEED: _("from a founding document"),
    Status.UNVERIFIED: _("to be confirmed"),
    Status.SAMPLE: _("sample"),
}
LONGEST_SOURCE = 60
# What people write at length; every other text is a line.
LONG_TEXTS = {"text", "source", "note", "legal_basis", "aliases"}
LAST_FIELDS = ("status", "source", "note", "is_active")


class OperatorAdmin(admin.ModelAdmin):
    """Nothing is deleted here: old appeals point at everything. Each change enters the journal and the history."""

    list_per_page = 50
    show_full_result_count = False

    class Media:
        css: ClassVar[dict[str, tuple[str, ...]]] = {"all": ("sysadmin/admin.css",)}
        js = ("sysadmin/naming.js",)

    # Columns with a fixed set of words: name -> code -> word.
    words: ClassVar[dict[str, Mapping[str, Any]]] = {"status": STATUS_WORDS}

    def __init__(self, model: type[Model], admin_site: Any) -> None:
        super().__init__(model, admin_site)
        self.opts: Any = titled(model._meta)

    def columns(self) -> list[Any]:
        """The names of what the list shows."""
        return list(self.list_display)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [column(self.model, name, self.words) for name in self.columns()]

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        names = self.list_display_links
        if names is None or not list_display:
            return names
        shown = dict(zip(self.columns(), list_display, strict=True))
        return [shown[name] for name in names if name in shown] or list(list_display[:1])

    def filters(self) -> list[Any]:
        return list(self.list_filter)

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [titled_filter(self.model, entry) for entry in self.filters()]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        found = super().get_changelist_instance(request)
        found.opts, found.title = self.opts, self.opts.verbose_name_plural
        return found

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **({"labels": LABELS} | kwargs))

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.words:
            return forms.ChoiceField(
                choices=list(self.words[db_field.name].items()), label=LABELS.get(db_field.name)
            )
        if isinstance(db_field, TextField):
            is_long = db_field.name in LONG_TEXTS
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 4}) if is_long else AdminTextInputWidget()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        """The row's own columns first, where it is known from last."""
        names = list(super().get_fields(request, obj))
        return sorted(names, key=lambda name: (name in LAST_FIELDS) + 2 * (name in self.readonly_fields))

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """A filter typed into the address asks only about what the list shows: others would give away a password's
        hash or an address letter by letter."""
        filters = self.filters()
        names = [entry[0] if isinstance(entry, tuple) else entry for entry in filters]
        shown = {*self.columns(), *names, self.date_hierarchy}
        return lookup.partition("__")[0] in shown and super().lookup_allowed(lookup, value, request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self.note(request, "edit_reference" if change else "add_reference", obj, form.changed_data)

    def note(self, request: HttpRequest, act: str, obj: Any, fields: list[str]) -> None:
        """Into the journal: which fields of which row, never their values."""
        now = timezone.now()
        facts = {"table": obj._meta.model_name, "row": str(getattr(obj, "code", obj.pk)), "fields": fields}
        record(act, actor=actor_of(request.user, timezone.localdate(now)), now=now, facts=facts)


class SourcedAdmin(OperatorAdmin):
    """A row of data/: what is edited here is left alone by the next loading, and the difference is shown."""

    actions = ("follow_file",)
    readonly_fields: ClassVar[Any] = ("edited_here", "file_says")

    def columns(self) -> list[Any]:
        return [*self.list_display, "confirmed", "known_from", "is_active", "file_says"]

    def filters(self) -> list[Any]:
        return [*self.list_filter, "status", "is_active"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        edited = form.changed_data if change else [*form.fields, "is_active"]
        obj.edited_fields = sorted({*obj.edited_fields, *edited})
        super().save_model(request, obj, form, change)

    @admin.display(description=_("Confirmed"), ordering="status")
    def confirmed(self, obj: Sourced) -> str:
        word = STATUS_WORDS.get(Status(obj.status), obj.status)
        return format_html("<strong>{}</strong>", word) if obj.status == Status.UNVERIFIED else str(word)

    @admin.display(description=_("Source"), ordering="source")
    def known_from(self, obj: Sourced) -> str:
        source = obj.source.split(" ; ")[0]
        return source if len(source) <= LONGEST_SOURCE else f"{source[:LONGEST_SOURCE]}…"

    @admin.display(description=_("Edited here"))
    def edited_here(self, obj: Sourced) -> str:
        return ", ".join(obj.edited_fields) or "—"

    @admin.display(description=_("The file says otherwise"))
    def file_says(self, obj: Sourced) -> str:
        return format_html_join("; ", "{}: «{}»", obj.differs.items()) or "—"

    @admin.action(description=_("Take the values of the file at the next loading"))
    def follow_file(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        chosen = [row for row in rows if row.differs]
        for row in chosen:
            row.edited_fields = [name for name in row.edited_fields if name not in row.differs]
            row.save(update_fields=["edited_fields"])
            self.note(request, "follow_file", row, sorted(row.differs))
        self.message_user(request, _("Rows that will follow their file: %d") % len(chosen), messages.SUCCESS)


class NamedAdmin(SourcedAdmin):
    """A sourced row with a code and names in three languages."""

    list_display: Any = ("code", "name_ky", "name_ru")
    list_display_links = ("code", "name_ky")
    search_fields: ClassVar[Any] = ("code", "name_ky", "name_ru", "name_en")
    unchangeable_code = True

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """The code of a row is what files and old appeals know it by."""
        fixed = ["code"] if obj is not None and self.unchangeable_code else []
        return [*super().get_readonly_fields(request, obj), *fixed]
