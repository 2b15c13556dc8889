"""A published table, checked for the analyst: nothing of it is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kairyluu.design.published import finding_in_words, place_in_words, unreadable_in_words
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_analyses
from kairyluu.rules.published.file import LARGEST, NotPublished, check_tables, tables_of


class CheckForm(forms.Form):
    file = forms.FileField(
        label=_("Table as JSON"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_analyses
def check_report(request: WatchRequest) -> HttpResponse:
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    tables = _checked(form) if form.is_bound and form.is_valid() else []
    context = framed(request, "check-report") | {
        "form": form,
        "tables": tables,
        "name": form.cleaned_data["file"].name if tables else "",
    }
    status = 422 if form.errors else 200
    return render(request, "watch/check_report.html", context, status=status)


def _checked(form: CheckForm) -> list[dict[str, Any]]:
    """Empty where the form got an error."""
    language = (get_language() or "ky")[:2]
    try:
        tables = tables_of(form.cleaned_data["file"].read(LARGEST + 1))
        found = check_tables(tables)
    except NotPublished as refused:
        why = unreadable_in_words(refused.facts, language)
        form.add_error("file", f"{why[:1].upper()}{why[1:]}.")
        return []
    return [
        {
            "name": name,
            "title": str(table.get("title", "")),
            "findings": [
                (
                    one.is_fault,
                    place_in_words(one.place, language),
                    finding_in_words(one.kind, one.values, language),
                )
                for one in found[name]
            ],
        }
        for name, table in tables.items()
    ]
