"""Saved views: saved on the page of figures, renamed, shared, watched with a limit, thrown away on a page of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_figures
from kairyluu.faces.watch.views.figures.asked import read_asked
from kairyluu.queries.figures.definitions import definitions
from kairyluu.queries.watching.views import ViewNotFound, find_own
from kairyluu.rules.analysis.writing import plain_decimal
from kairyluu.rules.figures.crossing import OVER, UNDER
from kairyluu.usecases.watching.save import (
    LONGEST,
    ChangeView,
    DeleteView,
    NoLimit,
    SaveView,
    TooManyViews,
    change_view,
    delete_view,
    save_view,
)


class SaveForm(forms.Form):
    name = forms.CharField(max_length=LONGEST)
    is_shared = forms.BooleanField(required=False)


class LimitField(forms.DecimalField):
    """Takes a comma or a point, in whatever language, and spaces between thousands; shows what its language writes."""

    def to_python(self, value: object) -> Any:
        return super().to_python(
            "".join(value.split()).replace(",", ".") if isinstance(value, str) else value
        )

    def prepare_value(self, value: object) -> object:
        return plain_decimal(value, _language()) if isinstance(value, Decimal) else value


class ViewForm(forms.Form):
    """A figure with a limit, or none."""

    name = forms.CharField(label=pgettext_lazy("a saved view", "Name"), max_length=LONGEST)
    is_shared = forms.BooleanField(label=gettext_lazy("My office sees it too"), required=False)
    figure = forms.ChoiceField(label=gettext_lazy("A letter when this figure"), required=False)
    direction = forms.ChoiceField(
        label=gettext_lazy("is"),
        choices=[(OVER, pgettext_lazy("a limit", "over")), (UNDER, pgettext_lazy("a limit", "under"))],
        required=False,
    )
    limit = LimitField(
        label=gettext_lazy("the limit of"),
        required=False,
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = definitions(_language())
        choices = [("", _("no letters")), *((one.figure.code, one.name) for one in words)]
        self.fields["figure"] = forms.ChoiceField(
            label=self.fields["figure"].label, choices=choices, required=False
        )


@require_POST
@with_figures
def save(request: WatchRequest) -> HttpResponse:
    """The question comes as the address of the page that asked it."""
    query = QueryDict(request.POST.get("query", ""))
    asked = read_asked(query, request.actor, request.today)
    address = f"{reverse('watch:figures')}?{asked.address()}"
    form = SaveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("A view needs a name of at most 80 characters."))
        return redirect(address)
    try:
        view = save_view(
            SaveView(**form.cleaned_data, asked=asked.kept()), actor=request.actor, now=timezone.now()
        )
    except TooManyViews as refused:
        messages.error(
            request, _("You have %(n)s saved views: throw one away first.") % {"n": refused.facts["most"]}
        )
        return redirect(address)
    messages.success(request, _("The view is saved."))
    return redirect("watch:view", view.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@with_figures
def one(request: WatchRequest, view_id: UUID) -> HttpResponse:
    try:
        view = find_own(request.actor, view_id)
    except ViewNotFound:
        raise Http404 from None
    given = {name: getattr(view, name) for name in ("name", "is_shared", "figure", "direction", "limit")}
    form = ViewForm(request.POST or None, initial=given)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _changed(request, view_id, form):
            return redirect("watch:view", view_id)
        status = 422
    context = {"view": view, "form": form, "address": address_of(view.asked)}
    return render(request, "watch/view.html", framed(request, "figures") | context, status=status)


def _changed(request: WatchRequest, view_id: UUID, form: ViewForm) -> bool:
    try:
        change_view(ChangeView(view_id=view_id, **form.cleaned_data), actor=request.actor, now=timezone.now())
    except NoLimit:
        form.add_error("limit", _("Say the limit, or choose no letters."))
        return False
    messages.success(request, _("The view is saved."))
    return True


@require_POST
@with_figures
def delete(request: WatchRequest, view_id: UUID) -> HttpResponse:
    try:
        delete_view(DeleteView(view_id=view_id), actor=request.actor, now=timezone.now())
    except ViewNotFound:
        raise Http404 from None
    messages.success(request, _("The view is gone."))
    return redirect("watch:figures")


def address_of(asked: dict[str, Any]) -> str:
    """Of the page that answers it."""
    query = QueryDict(mutable=True)
    for name in ("period", "by", "body"):
        if asked.get(name):
            query[name] = asked[name]
    query.setlist("figure", asked.get("figure", []))
    query.setlist("where", [f"{dimension}:{key or '-'}" for dimension, key in asked.get("where", [])])
    return f"{reverse('watch:figures')}?{query.urlencode()}"


def _language() -> str:
    return (get_language() or "ky")[:2]
