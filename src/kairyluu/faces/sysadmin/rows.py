"""What every table of the system administration has in common: where a row is known from, who edits, no deleting."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import BooleanField, Field, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.journal.recording import record
from kairyluu.data.reference.provenance import Sourced, Status
from kairyluu.faces.sysadmin.fieldnames import HELP, LABELS
from kairyluu.faces.sysadmin.forms import ROW_ERRORS, code_field, finished, keep_present_code, wordings
from kairyluu.faces.sysadmin.labels import column, field_of, reading, titled_filter, word_of
from kairyluu.faces.sysadmin.parts import whole_names
from kairyluu.faces.sysadmin.site import titled
from kairyluu.faces.sysadmin.words import STATUS
from kairyluu.queries.actors import actor_of

LONGEST_SOURCE = 60
LAST_FIELDS = ("status", "source", "note", "is_active")


class OperatorAdmin(admin.ModelAdmin):
    """Nothing is deleted here: old appeals point at everything. Each change enters the journal and the history."""

    list_per_page = 50
    object_history_template = "sysadmin/history.html"
    show_full_result_count = False

    class Media:
        js = ("sysadmin/naming.js",)

    # Columns of codes: name -> code -> word.
    words: ClassVar[dict[str, Any]] = {"status": STATUS}

    def __init__(self, model: type[Model], admin_site: Any) -> None:
        super().__init__(model, admin_site)
        self.opts: Any = titled(model._meta)
        self._readings: dict[str, Any] = {}

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
        wording = {"labels": LABELS, "help_texts": HELP, "error_messages": ROW_ERRORS}
        form = super().get_form(request, obj, change, **(wording | kwargs))
        for name in self.words:
            keep_present_code(form.base_fields.get(name), getattr(obj, name, None))
        return form

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.words:
            return code_field(db_field, self.words)
        return finished(super().formfield_for_dbfield(db_field, request, **(kwargs | wordings(db_field))))

    def fixed(self, request: HttpRequest, obj: Model | None) -> list[str]:
        """The names of what the form shows and does not change."""
        return list(self.readonly_fields)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return [self._read(name) for name in self.fixed(request, obj)]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        """The row's own columns first, where it is known from last."""
        given: list[Any] = list(super().get_fields(request, obj))
        names = dict.fromkeys(getattr(name, "__name__", name) for name in given)
        ordered = sorted(names, key=lambda name: (name in LAST_FIELDS) + 2 * (name in self.readonly_fields))
        fixed = self.fixed(request, obj) if self.has_change_permission(request, obj) else ordered
        return [self._read(name) if name in fixed else name for name in ordered]

    def _read(self, name: str) -> Any:
        """The same function for the same name each time: Django compares them."""
        if name not in self.words and not isinstance(field_of(self.model, name), BooleanField):
            return name
        return self._readings.setdefault(name, reading(name, self.words))

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        """Django takes the name of what was saved from the model, which people do not read: it is the first word of the sentence."""
        model, ours = str(self.model._meta.verbose_name), str(self.opts.verbose_name)
        told = str(message).replace(model, ours, 1)
        is_safe = isinstance(message, SafeString)
        super().message_user(request, SafeString(told) if is_safe else told, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        title = {"title": gettext("History of changes"), "module_name": self.opts.verbose_name_plural}
        return super().history_view(request, object_id, title | (extra_context or {}))

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
        self.note(
            request,
            "edit_reference" if change else "add_reference",
            obj,
            whole_names(form, form.changed_data),
        )

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
        obj.edited_fields = sorted({*obj.edited_fields, *whole_names(form, edited)})
        super().save_model(request, obj, form, change)

    @admin.display(description=_("Confirmed"), ordering="status")
    def confirmed(self, obj: Sourced) -> str:
        word = STATUS.get(obj.status, obj.status)
        return format_html("<strong>{}</strong>", word) if obj.status == Status.UNVERIFIED else str(word)

    @admin.display(description=_("Source"), ordering="source")
    def known_from(self, obj: Sourced) -> str:
        source = obj.source.split(" ; ")[0]
        return source if len(source) <= LONGEST_SOURCE else f"{source[:LONGEST_SOURCE]}…"

    @admin.display(description=_("Edited here"))
    def edited_here(self, obj: Sourced) -> str:
        return ", ".join(str(LABELS.get(name, name)) for name in obj.edited_fields) or "—"

    @admin.display(description=_("The file says otherwise"))
    def file_says(self, obj: Sourced) -> str:
        told = [(LABELS.get(n, n), word_of(self.words, n, value)) for n, value in obj.differs.items()]
        return format_html_join("; ", "{}: «{}»", told) or "—"

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

    def fixed(self, request: HttpRequest, obj: Model | None) -> list[str]:
        """The code of a row is what files and old appeals know it by."""
        code = ["code"] if obj is not None and self.unchangeable_code else []
        return [*super().fixed(request, obj), *code]
