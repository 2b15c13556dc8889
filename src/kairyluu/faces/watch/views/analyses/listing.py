"""The analyses one may see, and a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.watch.analysis_words import STATES, choices, sentence
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_analyses
from kairyluu.queries.analyses.finding import list_analyses, list_preparable
from kairyluu.queries.directory import directory
from kairyluu.rules.analysis import spans, words
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import sort_key
from kairyluu.usecases.analysis.prepare import PrepareAnalysis, prepare_analysis

ON_A_PAGE = 30
COUNTRY = "-"  # in an address: the analyses of the whole country


class PrepareForm(forms.Form):
    period = forms.ChoiceField(label=_("Period"))
    body = forms.ChoiceField(label=_("Of whom"), required=False)
    is_compared = forms.BooleanField(
        label=_("Compare with the same period of the previous year"), required=False, initial=True
    )

    def __init__(self, data: Any, request: WatchRequest) -> None:
        super().__init__(data)
        language = _language()
        fields: dict[str, Any] = self.fields
        fields["period"].choices = choices(request.today, language)
        fields["body"].choices = [
            (code, body.name(language) if body else words.COUNTRY[language])
            for code, body in list_preparable(request.actor)
        ]


@require_safe
@with_analyses
def analyses(request: WatchRequest) -> HttpResponse:
    return _page(request, PrepareForm(None, request))


@require_POST
@with_analyses
def prepare(request: WatchRequest) -> HttpResponse:
    form = PrepareForm(request.POST, request)
    if not form.is_valid():
        return _page(request, form, 422)
    command = PrepareAnalysis(**form.cleaned_data)
    try:
        draft = prepare_analysis(command, actor=request.actor, now=timezone.now())
    except Refused as refused:
        form.add_error("period", sentence(refused))
        return _page(request, form, 403 if refused.code == "not_allowed" else 422)
    return redirect("watch:analysis", draft.pk)


def _page(request: WatchRequest, form: PrepareForm, status: int = 200) -> HttpResponse:
    language = _language()
    listed = list_analyses(request.actor)
    books = sorted(set(listed.order_by().values_list("book", flat=True)))
    state, book = request.GET.get("state", ""), request.GET.get("of", "")
    if state in STATES:
        listed = listed.filter(state=state)
    if book in (COUNTRY, *books):
        listed = listed.filter(book="" if book == COUNTRY else book)
    page = Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "book": book,
        "states": [(code, said[0]) for code, said in STATES.items()],
        "books": _books(books, language) if len(books) > 1 else [],
        "rows": [
            (row, spans.titled(Span(row.first_on, row.last_on), language), STATES[row.state])
            for row in page.object_list
        ],
        "country": words.COUNTRY[language],
        "form": form,
        "may_prepare": bool(list_preparable(request.actor)),
    }
    return render(request, "watch/analyses.html", framed(request, "analyses") | context, status=status)


def _books(codes: list[str], language: str) -> list[tuple[str, str]]:
    """The country first, then by name."""
    named = [(code or COUNTRY, _named(code, language)) for code in codes]
    return sorted(named, key=lambda one: (one[0] != COUNTRY, sort_key(one[1])))


def _named(code: str, language: str) -> str:
    body = directory().ever.get(code)
    if body:
        return body.name(language)
    return code or words.COUNTRY[language]


def _language() -> str:
    return (get_language() or "ky")[:2]
