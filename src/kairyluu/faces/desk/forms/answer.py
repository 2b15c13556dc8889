"""The draft of the answer: its text, its outcome, and what is answered to each listed question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import NOTHING, ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import Day, Line, OneOf, Words
from kairyluu.usecases.answers.draft_answer import DraftAnswer, Point
from kairyluu.usecases.quality.confirm_promise import ConfirmPromise
from kairyluu.usecases.quality.list_questions import ListQuestions

PARTS = ("answer", "norm", "measure", "done_by", "is_promise")
ROWS = {"rows": 3}


class DraftForm(ActForm):
    """Questions stand in groups: `answer_1`, `norm_1`, `measure_1`, `done_by_1`, `is_promise_1` ... `reasons` are
    names of `REASONS` that may be asked for."""

    verb = "draft_answer"
    text = Words(_("Write the answer."), label=_("Answer"))
    measures = Words(label=_("What was done"), limit=4000)

    def __init__(
        self,
        *args: Any,
        outcomes: Choices,
        templates: Choices,
        questions: Sequence[tuple[int, str]] = (),
        reasons: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        none = ("", _("Choose a template"))
        self.fields["template"] = OneOf([none, *templates], label=_("Template"), required=False)
        self.fields["outcome"] = OneOf([NOTHING, *outcomes], label=_("Outcome"))
        self.questions = questions
        for position, _text in questions:
            self._add_point(position)
        for name in reasons:
            self.fields[name] = Words(label=REASONS[name], limit=2000)

    def _add_point(self, n: int) -> None:
        self.fields[f"answer_{n}"] = Words(label=_("Answer to question %(n)d") % {"n": n}, limit=8000)
        self.fields[f"norm_{n}"] = Line(label=_("Norm applied"), limit=500)
        self.fields[f"measure_{n}"] = Words(label=_("What was or will be done"), limit=4000)
        self.fields[f"done_by_{n}"] = Day(label=_("By when"))
        self.fields[f"is_promise_{n}"] = forms.BooleanField(label=_("This is still to come"), required=False)
        for name in (f"answer_{n}", f"measure_{n}"):
            self.fields[name].widget.attrs |= ROWS

    def points(self) -> Iterator[tuple[int, str, dict[str, BoundField]]]:
        """Position, question and the fields by part, for the page."""
        for position, text in self.questions:
            yield position, text, {part: self[f"{part}_{position}"] for part in PARTS}

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for n, _text in self.questions:
            if values.get(f"is_promise_{n}") and not values.get(f"done_by_{n}"):
                self.add_error(f"done_by_{n}", _("Say by when."))
        return values

    def to_command(self, appeal_id: UUID) -> DraftAnswer:
        values = self.cleaned_data
        return DraftAnswer(
            appeal_id=appeal_id,
            text=values["text"],
            outcome=values["outcome"],
            measures=values["measures"],
            points=tuple(
                Point(position=n, **{part: values[f"{part}_{n}"] for part in PARTS})
                for n, _text in self.questions
            ),
            gaps_reason=values.get("gaps_reason", ""),
            copy_reason=values.get("copy_reason", ""),
            seen_version=self.seen(),
        )


class SubmitForm(DraftForm):
    """The draft as it stands in the form, saved and put before the head."""

    saves_first = True


class QuestionsForm(ActForm):
    verb = "list_questions"
    questions = Words(label=_("Questions, one a line"), limit=8000)

    def to_command(self, appeal_id: UUID) -> ListQuestions:
        lines = self.cleaned_data["questions"].splitlines()
        return ListQuestions(appeal_id=appeal_id, questions=tuple(lines), seen_version=self.seen())


class PromiseForm(ActForm):
    verb = "confirm_promise"
    note = Words(label=_("What was done"), limit=4000)
    file = forms.FileField(label=_("File that shows it"), required=False, allow_empty_file=True)

    def __init__(self, *args: Any, promise_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promise_id = promise_id

    def to_command(self, appeal_id: UUID) -> ConfirmPromise:
        file = self.cleaned_data["file"]
        return ConfirmPromise(
            appeal_id=appeal_id,
            promise_id=self.promise_id,
            note=self.cleaned_data["note"],
            name=file.name if file else "",
            content=file.file if file else None,
            seen_version=self.seen(),
        )


REASONS: dict[str, Any] = {
    "gaps_reason": _("Why something that was asked stays open"),
    "copy_reason": _("Why this text is right all the same"),
}
