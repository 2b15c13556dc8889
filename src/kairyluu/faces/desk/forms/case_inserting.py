"""Round trips that change a form before it is sent: a template or a phrase is put in, a row is added."""

from __future__ import annotations

from typing import Any

from kairyluu.faces.desk.forms.case_resolve import PHRASES, ROWS_ADDED
from kairyluu.queries.cases.answer_texts import fill, list_answer_templates
from kairyluu.queries.cases.case import Case
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import clean_text


def with_template(data: Any, case: Case) -> Any:
    """What was typed, and after it the chosen template with what is known filled in."""
    appeal, answer = case.appeal, case.answer
    language = answer.language if answer else appeal.reply_language
    chosen = data.get("template", "")
    found = [t for t in list_answer_templates(language, appeal.body.code) if str(t.pk) == chosen]
    if not found:
        return data
    text = fill(found[0].text, _known(case, language, str(data.get("measures", ""))))
    outcome = data.get("outcome") or found[0].outcome_code
    return _changed(data, text=_after(data.get("text", ""), text), outcome=outcome, template="")


def with_phrase(data: Any) -> Any:
    chosen = str(data.get("phrase", ""))
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 3 and int(chosen) < len(PHRASES)):
        return data
    typed = str(data.get("text", "")).rstrip()
    return _changed(data, text=f"{typed} {PHRASES[int(chosen)]}".strip(), phrase="")


def with_more_rows(data: Any, n_rows: int) -> Any:
    return _changed(data, n_rows=str(n_rows + ROWS_ADDED))


def _after(typed: str, text: str) -> str:
    before = clean_text(typed).rstrip()
    return f"{before}\n\n{text}" if before else text


def _known(case: Case, language: str, measures: str) -> dict[str, str]:
    appeal = case.appeal
    above = directory().bodies_by_id.get(appeal.body.parent_id or 0)
    return {
        "applicant": case.applicant.display_name,
        "number": appeal.number,
        "date": appeal.registered_on.strftime("%d.%m.%Y") if appeal.registered_on else "",
        "subject": appeal.subject,
        "body": appeal.body.name(language),
        "higher_body": above.name(language) if above else "",
        "phone": appeal.body.phone,
        "executor": case.mine.executor.full_name if case.mine else "",
        "measures": clean_text(measures).strip(),
    }


def _changed(data: Any, **values: str) -> Any:
    copy = data.copy()
    for name, value in values.items():
        copy[name] = value
    return copy
