"""Two tables of the law show what a change would mean before it is saved: terms and the calendar. The form is the usual
one; sent without `_confirmed` it is answered by a preview that carries what was typed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import CalendarDay, CalendarOrder
from kairyluu.faces.sysadmin.rows import NamedAdmin, SourcedAdmin
from kairyluu.queries.actors import actor_of
from kairyluu.queries.clock.changing import foresee
from kairyluu.queries.clock.delicate import list_delicate
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.queries.clock.term_preview import foresee_term
from kairyluu.queries.directory import directory, term_of
from kairyluu.rules.facts import Actor
from kairyluu.usecases.clock.change_calendar import VERB, ChangeCalendar, change_calendar
from kairyluu.usecases.clock.order_change import AT_ONCE, count_reached, order_change
from kairyluu.usecases.clock.summing import summary

CONFIRMED = "_confirmed"
BACK = "_back"
CARRIED_NOT = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", CONFIRMED, BACK}


class Previewed(SourcedAdmin):
    """A form whose change is looked at before it is saved."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        is_sent = request.method == "POST" and BACK not in request.POST
        if is_sent and self.admin_site.has_permission(request):
            form = self._bound(request, object_id)
            if form.is_valid():
                answer = self.answer(request, form, is_new=object_id is None)
                if answer is not None:
                    return answer
        return super().changeform_view(request, object_id, form_url, extra_context)

    def answer(self, request: HttpRequest, form: Any, *, is_new: bool) -> HttpResponse | None:
        """None lets the row be saved as any other."""
        raise NotImplementedError

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """From the preview back to the form: what was typed is shown again and not saved, with no word of error."""
        form = super().get_form(request, obj, change, **kwargs)
        if BACK not in request.POST:
            return form
        return type("TypedBefore", (form,), {"is_valid": lambda _typed: False})

    def _bound(self, request: HttpRequest, object_id: str | None) -> Any:
        row = self.get_object(request, unquote(object_id)) if object_id else None
        if object_id and row is None:
            raise Http404
        return self.get_form(request, row, change=row is not None)(request.POST, instance=row)

    def preview(self, request: HttpRequest, template: str, **facts: Any) -> HttpResponse:
        carried = [
            (name, value)
            for name, values in request.POST.lists()
            if name not in CARRIED_NOT
            for value in values
        ]
        context = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, template, context | {"carried": carried} | facts)


class PreviewedTerm(Previewed, NamedAdmin):
    def answer(self, request: HttpRequest, form: Any, *, is_new: bool) -> HttpResponse | None:
        if CONFIRMED in request.POST:
            return None
        now = timezone.now()
        today = timezone.localdate(now)
        seen = foresee_term(term_of(form.instance), actor=actor_of(request.user, today), today=today)
        return self.preview(
            request, "sysadmin/term_preview.html", title=_("What the term touches"), seen=seen
        )


class PreviewedDay(Previewed):
    """The calendar is changed by its act alone, which counts every open deadline again."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "moved/<int:entry_id>/",
            self.admin_site.admin_view(self.moved),
            name="reference_calendarday_moved",
        )
        ordered = path(
            "ordered/<uuid:order_id>/",
            self.admin_site.admin_view(self.ordered),
            name="reference_calendarday_ordered",
        )
        return [own, ordered, *super().get_urls()]

    def answer(self, request: HttpRequest, form: Any, *, is_new: bool) -> HttpResponse | None:
        now = timezone.now()
        actor = actor_of(request.user, timezone.localdate(now))
        command = _command(form.instance)
        if CONFIRMED not in request.POST:
            return self._foreseen(request, command, actor)
        if count_reached(command) > AT_ONCE:
            order = order_change(command, actor=actor, now=now)
            return HttpResponseRedirect(reverse("admin:reference_calendarday_ordered", args=[order.pk]))
        entry = change_calendar(command, actor=actor, now=now)
        row = CalendarDay.objects.get(date=command.date, scope=command.scope)
        note = self.construct_change_message(request, form, [], add=is_new)
        (self.log_addition if is_new else self.log_change)(request, row, note)
        messages.success(request, _("The calendar is changed. What moved stands below."))
        return HttpResponseRedirect(reverse("admin:reference_calendarday_moved", args=[entry.pk]))

    def _foreseen(self, request: HttpRequest, command: ChangeCalendar, actor: Actor) -> HttpResponse:
        day = ChangedDay(command.date, command.scope)
        seen = foresee(command.row(), day, actor=actor)
        facts = {"day": _words(command)} | summary(
            seen, directory(), list_delicate(seen.appeal_ids), actor=actor
        )
        return self.preview(request, "sysadmin/day_preview.html", title=_("What the day moves"), **facts)

    def ordered(self, request: HttpRequest, order_id: UUID) -> HttpResponse:
        """Asks again every few seconds until the worker is done, then shows what moved."""
        order = CalendarOrder.objects.filter(pk=order_id).first()
        if order is None:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        if order.entry_id:
            return HttpResponseRedirect(reverse("admin:reference_calendarday_moved", args=[order.entry_id]))
        context = self.admin_site.each_context(request) | {
            "title": _("The calendar was not changed")
            if order.refused
            else _("The days are being counted again"),
            "opts": self.opts,
            "order": order,
            "day": order.command,
        }
        answer = TemplateResponse(request, "sysadmin/day_ordered.html", context)
        if not order.finished_at:
            answer["Refresh"] = "5"
        return answer

    def moved(self, request: HttpRequest, entry_id: int) -> HttpResponse:
        entry = Entry.objects.filter(pk=entry_id, act=VERB).first()
        if entry is None:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        facts = entry.facts
        context = self.admin_site.each_context(request) | {
            "title": _("What the day has moved"),
            "opts": self.opts,
            "entry": entry,
            "day": facts,
            "moved": facts["moved"],
            "n_moved": facts["n_moved"],
            "n_told": facts["n_told"] + facts.get("n_applicants_told", 0),
        }
        return TemplateResponse(request, "sysadmin/day_moved.html", context)


def _command(row: CalendarDay) -> ChangeCalendar:
    """What the form says; a row that is not in use any more is taken back."""
    names = ("date", "scope", "name_ky", "name_ru", "name_en", "paired_date", "decided_on", "announced_on")
    values = {name: getattr(row, name) for name in (*names, "status", "source", "note")}
    return ChangeCalendar(kind=row.kind if row.is_active else "", **values)


def _words(command: ChangeCalendar) -> dict[str, Any]:
    names = ("kind", "scope", "name_ky", "name_ru", "name_en")
    return {"date": command.date.isoformat()} | {name: getattr(command, name) for name in names}
