"""The forms of a case, each with the choices it offers, filled with what is known."""

from __future__ import annotations

from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.faces.desk.forms import case as forms
from kairyluu.faces.desk.forms.answer import PARTS, DraftForm, QuestionsForm, SubmitForm
from kairyluu.faces.desk.forms.case import ActForm, Choices
from kairyluu.faces.desk.forms.case_resolve import ResolveForm
from kairyluu.queries.cases.answer_texts import list_answer_templates
from kairyluu.queries.cases.case import Case
from kairyluu.queries.cases.executors import Executor
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.parts import mark_given
from kairyluu.queries.quality.questions import answer_check_of
from kairyluu.rules.quality.completeness import REASON
from kairyluu.usecases.answers.draft_answer import OWN_PATHS

# On the page itself; refusing has a page of its own.
ON_PAGE = (
    "register",
    "list_questions",
    "resolve",
    "draft_answer",
    "return_answer",
    "sign_answer",
    "send_answer",
    "add_note",
    "contribute",
    "attach_file",
)


def forms_of(case: Case) -> dict[str, ActForm]:
    """An empty form for each act that is open, by verb."""
    return {verb: form_for(verb, case) for verb in ON_PAGE if verb in case.verbs}


def form_for(
    verb: str, case: Case, data: Any = None, files: MultiValueDict[str, Any] | None = None
) -> ActForm:
    """The form of an act, bound when there are data."""
    common: dict[str, Any] = {"data": data, "files": files, "version": case.appeal.version}
    make = _MAKERS.get(verb)
    return make(case, common) if make else _PLAIN[verb](**common)


def _register(case: Case, common: dict[str, Any]) -> ActForm:
    topic = case.appeal.topic
    return forms.RegisterForm(**common, topics=_topics(), initial={"topic": topic.code if topic else ""})


def _resolve(case: Case, common: dict[str, Any]) -> ActForm:
    executors = [(e.code, _executor(e)) for e in case.executors]
    is_marked = any(mark.level == "head" for mark in case.control.standing)
    return ResolveForm(**common, executors=executors, is_marked=is_marked)


def _refuse(case: Case, common: dict[str, Any]) -> ActForm:
    known, language = directory(), _language()
    grounds = [(code, ground.name(language)) for code, ground in known.grounds.items()]
    return forms.RefuseForm(**common, grounds=grounds, least=known.number("refusal_reason_min_length"))


def _questions(case: Case, common: dict[str, Any]) -> ActForm:
    listed = "\n".join(question.text for question in case.questions)
    return QuestionsForm(**common, initial={"questions": listed})


def _draft(case: Case, common: dict[str, Any]) -> ActForm:
    return DraftForm(**common, **_draft_choices(case), initial=_as_drafted(case))


def _submit(case: Case, common: dict[str, Any]) -> ActForm:
    return SubmitForm(**common, **_draft_choices(case), initial=_as_drafted(case))


def _note(case: Case, common: dict[str, Any]) -> ActForm:
    colleagues = [(a.executor.code, a.executor.full_name) for a in case.assignments if a != case.mine]
    return forms.NoteForm(**common, colleagues=colleagues)


def _contribute(case: Case, common: dict[str, Any]) -> ActForm:
    before = case.mine.contribution if case.mine else ""
    return forms.ContributeForm(**common, initial={"text": before})


_MAKERS = {
    "register": _register,
    "list_questions": _questions,
    "resolve": _resolve,
    "refuse": _refuse,
    "draft_answer": _draft,
    "submit_answer": _submit,
    "add_note": _note,
    "contribute": _contribute,
}
_PLAIN: dict[str, type[ActForm]] = {
    "return_answer": forms.ReturnForm,
    "sign_answer": forms.SignForm,
    "send_answer": forms.SendForm,
    "attach_file": forms.AttachForm,
}


def _language() -> str:
    return get_language() or "ky"


def _topics() -> Choices:
    """Topics under their parents; a parent can be chosen too."""
    language = _language()
    topics = directory().topics.values()
    parents = [topic for topic in topics if topic.parent_id is None]
    return [
        (
            parent.name(language),
            [(parent.code, parent.name(language))]
            + [(t.code, t.name(language)) for t in topics if t.parent_id == parent.pk],
        )
        for parent in parents
    ]


def _executor(executor: Executor) -> str:
    """Name, department or post, what he already has in hand, and his pace."""
    who = executor.colleague
    language = _language()
    where = str(getattr(who, f"department_{language}", "") or who.title(language))
    load = executor.load
    facts = {"name": who.name, "where": where, "n": load.n_open}
    words = [_("%(name)s, %(where)s: %(n)d open") % facts]
    if load.n_late:
        words.append(_("overdue %(n)d") % {"n": load.n_late})
    if load.n_soon:
        words.append(_("due within three days %(n)d") % {"n": load.n_soon})
    if executor.pace is not None:
        words.append(_("usually answers in %(n)d working days") % {"n": executor.pace})
    if executor.had_before:
        words.append(_("had the earlier appeal on this matter"))
    return "; ".join(words)


def _draft_choices(case: Case) -> dict[str, Any]:
    language, known = _language(), directory()
    answer_language = case.answer.language if case.answer else case.appeal.reply_language
    templates = list_answer_templates(answer_language, case.appeal.body.code)
    outcomes = [o for o in known.outcomes.values() if o.group == "result" and o.code not in OWN_PATHS]
    return {
        "outcomes": [(outcome.code, outcome.name(language)) for outcome in outcomes],
        "templates": [(str(template.pk), template.name) for template in templates],
        "questions": _own_questions(case),
        "reasons": _reasons(case),
    }


def _own_questions(case: Case) -> list[tuple[int, str]]:
    """Without those that another body was given."""
    marked = mark_given(case.appeal.pk, case.questions) if case.questions else []
    return [(one.question.position, one.question.text) for one in marked if one.given is None]


def _reasons(case: Case) -> list[str]:
    """The page shows the one for copies where something was found."""
    may_explain = case.questions and answer_check_of(case.appeal.body) == REASON
    return ["copy_reason", "gaps_reason"] if may_explain else ["copy_reason"]


def _as_drafted(case: Case) -> dict[str, Any]:
    points = {
        f"{part}_{question.position}": getattr(question, part)
        for question in case.questions
        for part in PARTS
    }
    answer = case.answer
    if answer is None:
        return points
    written = {"text": answer.text, "outcome": answer.outcome.code, "measures": answer.measures}
    return points | written | {"gaps_reason": answer.gaps_reason, "copy_reason": answer.copy_reason}
