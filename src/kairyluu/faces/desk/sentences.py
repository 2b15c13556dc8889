"""What the desk says when a use case refuses: a sentence that tells what to do, and the field it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kairyluu.faces.desk import alike_words, quality_words, sentences_hands
from kairyluu.rules.refusals import Refused

Facts = dict[str, Any]

BECAUSE: dict[str, str | Promise] = {
    "not_possible_now": gettext_lazy(
        "The appeal has moved on: this is not possible now. Look at its history."
    ),
    "not_your_role": gettext_lazy("Your post does not allow this. Ask the administrator of your body."),
    "not_your_task": gettext_lazy("The resolution does not name you for this. Ask the head to change it."),
    "not_your_body": gettext_lazy(
        "The appeal is in the hands of another body: only that body can act on it."
    ),
    "under_your_control": gettext_lazy("The appeal is under your control already."),
    "not_under_your_control": gettext_lazy(
        "Your post has not taken this appeal under control: only who set it asks and lifts it."
    ),
    "complained_about": gettext_lazy(
        "A complaint is not handled by the person it is about. Leave it to another official."
    ),
}
BECAUSE["recused"] = gettext_lazy("You declared a conflict of interest: others go on with this appeal.")
BECAUSE["confidential"] = gettext_lazy("This appeal is confidential, and you are not named.")
_NO_DAYS = gettext_lazy(
    "The days cannot be counted: a term or the calendar is missing. Call the technical support."
)
PLAIN: dict[str, tuple[str | Promise, str]] = {
    "changed_meanwhile": (
        gettext_lazy(
            "Somebody has acted on this appeal in the meantime. Look at what has changed and, if you still want to, "
            "press the button again: everything you typed is kept."
        ),
        "",
    ),
    "not_possible_now": (BECAUSE["not_possible_now"], ""),
    "number_incomplete": (
        gettext_lazy("Write the number and the day as they stand in the document system."),
        "",
    ),
    "number_taken": (gettext_lazy("Another appeal has this number and day already. Look again."), ""),
    "entry_is_there": (gettext_lazy("It is registered there already: nothing was sent."), ""),
    "match_undecided": (
        gettext_lazy("Decide first whether the complaint is about one of the people named on this page."),
        "",
    ),
    "nothing_to_decide": (gettext_lazy("This is decided already. Look at the history."), ""),
    "not_among_suspects": (gettext_lazy("Choose one from the list."), "official"),
    "conflict_reason_missing": (gettext_lazy("Write what the conflict is."), "reason"),
    "not_complained_of": (gettext_lazy("Choose one from the list."), "target"),
    "kind_not_listed": (gettext_lazy("Choose one from the list."), "kind"),
    "measure_without_grounds": (
        gettext_lazy("A measure follows a confirmed act and has its day, today or earlier."),
        "measure",
    ),
    "ground_missing": (gettext_lazy("Write at least ten characters."), ""),
    "nobody_decides": (gettext_lazy("Name a head or deputy who may decide the appeal."), "head"),
    "confidential_already": (gettext_lazy("The appeal is confidential already."), ""),
    "may_not_be_named": (gettext_lazy("Choose one from the list."), "official"),
    "key_lost": (
        gettext_lazy("No key of this installation opens the seal. Call the technical support."),
        "",
    ),
    "ground_not_listed": (gettext_lazy("Choose one of the listed grounds."), "ground"),
    "instruction_empty": (gettext_lazy("Write the instruction."), "text"),
    "executor_not_in_body": (
        gettext_lazy("This person holds no post in the body today. Choose another one."),
        "lead",
    ),
    "executor_named_twice": (gettext_lazy("One person is named twice: choose another one."), "lead"),
    "outcome_not_listed": (gettext_lazy("Choose one of the listed outcomes."), "outcome"),
    "no_draft": (gettext_lazy("Write and save the draft first."), "text"),
    "reason_missing": (gettext_lazy("Write what was actually done: this outcome needs it."), "measures"),
    "remarks_missing": (gettext_lazy("Write what is to be changed."), "remarks"),
    "note_empty": (gettext_lazy("Write the note."), "text"),
    "not_a_co_executor": (gettext_lazy("Only somebody who works on the appeal can be asked."), "asks"),
    "contribution_empty": (gettext_lazy("Write your part."), "text"),
    "file_wrong_type": (
        gettext_lazy("This file is not a PDF, JPG, PNG, DOC or DOCX. Choose another one."),
        "file",
    ),
    "file_empty": (gettext_lazy("The file is empty. Choose another one."), "file"),
    "file_broken": (gettext_lazy("The file is damaged and cannot be opened. Choose another one."), "file"),
    "control_reason_missing": (gettext_lazy("Control begins and ends with a reason."), "reason"),
    "question_empty": (gettext_lazy("Write what you want to know."), "question"),
    "request_answer_empty": (gettext_lazy("Write the answer to the request."), "answer"),
    "request_not_open": (gettext_lazy("This request has been answered already."), "answer"),
    "no_term_in_force": (_NO_DAYS, ""),
    "terms_overlap": (_NO_DAYS, ""),
    "day_beyond_calendar": (_NO_DAYS, ""),
    "unknown_code": (gettext_lazy("Choose one from the list."), ""),
    **sentences_hands.PLAIN,
    **quality_words.PLAIN,
} | alike_words.PLAIN


def _reason_too_short(facts: Facts) -> str:
    least, length = int(facts["least"]), int(facts["length"])
    return ngettext(
        "Write at least %(least)d characters: %(n)d is missing.",
        "Write at least %(least)d characters: %(n)d are missing.",
        least - length,
    ) % {"least": least, "n": least - length}


def _complained_about(facts: Facts) -> str:
    return _("%(name)s is complained about in this appeal: choose somebody else.") % {
        "name": facts["official"]
    }


def _day_too_late(facts: Facts) -> str:
    law = parse_date(str(facts["law_due_on"]))
    return _("Choose a day from today to %(day)s, the day by law.") % {
        "day": date_format(law, "d.m.Y") if law else ""
    }


def _placeholder_left(facts: Facts) -> str:
    return _("Replace or remove what the template left open: %(list)s.") % {
        "list": ", ".join(facts["placeholders"])
    }


def _file_too_big(facts: Facts) -> str:
    return _("The file is too big: choose one of at most %(n)d MB.") % {
        "n": int(facts.get("most", 0)) // (1024 * 1024) or 10
    }


TOLD: dict[str, tuple[Callable[[Facts], str], str]] = {
    "reason_too_short": (_reason_too_short, "reason"),
    "executor_complained_about": (_complained_about, "lead"),
    "internal_day_too_late": (_day_too_late, "due_on"),
    "placeholder_left": (_placeholder_left, "text"),
    "file_too_big": (_file_too_big, "file"),
    **sentences_hands.TOLD,
    **quality_words.TOLD,
} | alike_words.TOLD


def sentence(refused: Refused) -> tuple[str, str]:
    """The sentence and the name of the field it belongs to, empty for the whole form."""
    code, facts = refused.code, refused.facts
    if code in TOLD:
        tell, field = TOLD[code]
        return tell(facts), field
    if code == "not_allowed":
        return str(BECAUSE.get(str(facts.get("because")), BECAUSE["not_possible_now"])), ""
    words, field = PLAIN.get(
        code,
        (
            gettext_lazy(
                "This is not possible now (%(code)s). If it happens again, call the technical support."
            ),
            "",
        ),
    )
    return str(words) % {"code": code} if "%(code)s" in str(words) else str(words), field
