"""Writing in a draft: the paragraphs with their figures, measures taken, conclusions; one language at a time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.watch.analysis_words import LANGUAGE_NAMES, sentence
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_analyses
from kairyluu.faces.watch.views.analyses.one import text_language
from kairyluu.queries.analyses.finding import AnalysisNotFound, find_analysis
from kairyluu.queries.analyses.reading import drawn
from kairyluu.rules.analysis import keeping
from kairyluu.rules.analysis.drawing import Drawn
from kairyluu.rules.analysis.telling import WRITTEN
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.analysis.edit import EditAnalysis, edit_analysis


class EditForm(forms.Form):
    """One text for each block that is told in words."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, found: Drawn, version: int) -> None:
        super().__init__(data, initial={"seen_version": version})
        self.blocks = [part for part in found.parts if part.counted or part.code in WRITTEN]
        for part in self.blocks:
            self.fields[part.code] = forms.CharField(
                label=part.title,
                required=False,
                initial=part.text,
                strip=False,
                widget=forms.Textarea(attrs={"rows": 5, "lang": found.language}),
                help_text="" if part.code in WRITTEN else _("The same figures must stay in it."),
            )

    def texts(self) -> dict[str, str]:
        return {part.code: self.cleaned_data[part.code] for part in self.blocks}


@require_http_methods(["GET", "HEAD", "POST"])
@with_analyses
def edit(request: WatchRequest, analysis_id: UUID) -> HttpResponse:
    try:
        found = find_analysis(request.actor, analysis_id)
    except AnalysisNotFound:
        raise Http404 from None
    if not keeping.may_edit(request.actor, found.facts()):
        raise Http404
    language = text_language(request)
    form = EditForm(request.POST or None, drawn(found, language, for_writing=True), found.version)
    if request.method != "POST" or not form.is_valid():
        return _page(request, found, form, 200 if request.method != "POST" else 422)
    command = EditAnalysis(
        analysis_id=analysis_id,
        language=language,
        texts=form.texts(),
        seen_version=form.cleaned_data["seen_version"],
    )
    try:
        edit_analysis(command, actor=request.actor, now=timezone.now())
    except Refused as refused:
        block = str(refused.facts.get("block", ""))
        form.add_error(block if block in form.fields else None, sentence(refused))
        return _page(request, found, form, 409 if isinstance(refused, ChangedMeanwhile) else 422)
    messages.success(request, _("The text is saved."))
    return redirect(f"{reverse('watch:analysis', args=[analysis_id])}?text={language}")


def _page(request: WatchRequest, found: Any, form: EditForm, status: int) -> HttpResponse:
    language = text_language(request)
    context = {
        "analysis": found,
        "drawn": drawn(found, language),
        "tongue": language,
        "tongues": LANGUAGE_NAMES.items(),
        "form": form,
        "fields": [form[part.code] for part in form.blocks],
    }
    return render(request, "watch/analysis_edit.html", framed(request, "analyses") | context, status=status)
