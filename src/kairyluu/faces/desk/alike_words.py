"""Words about other appeals: what a pair is, why it is shown, what a refusal means, a line of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Facts = dict[str, Any]

KINDS: dict[str, str | Promise] = {
    "repeat": gettext_lazy("Likely a repeat"),
    "duplicate": gettext_lazy("Likely a duplicate"),
    "look_alike": gettext_lazy("Likely of one cause"),
}
DECIDED: dict[str, str | Promise] = {
    "repeat": gettext_lazy("Decided: a repeat"),
    "duplicate": gettext_lazy("Decided: a duplicate"),
    "look_alike": gettext_lazy("Decided: of one cause"),
    "unrelated": gettext_lazy("Decided: unrelated"),
}
REASONS: dict[str, str | Promise] = {
    "same_personal_number": gettext_lazy("the same personal number"),
    "same_phone": gettext_lazy("the same telephone"),
    "same_email": gettext_lazy("the same e-mail"),
    "same_name": gettext_lazy("the same name and place"),
    "similar_name": gettext_lazy("a similar name and the same place"),
    "same_text": gettext_lazy("almost the same text"),
    "similar_text": gettext_lazy("a similar text"),
    "same_topic": gettext_lazy("the same topic"),
    "same_particulars": gettext_lazy("the same names and numbers in the text"),
}
BONDS: dict[str, str | Promise] = {
    "repeat_of": gettext_lazy("Repeats"),
    "repeated_by": gettext_lazy("Repeated by"),
    "look_alike": gettext_lazy("Of one cause with"),
    "merged_into": gettext_lazy("Goes on as"),
    "merged": gettext_lazy("Merged into this one"),
    "lead": gettext_lazy("Waits for the answer to"),
    "member": gettext_lazy("Waits for the answer to this one"),
}
SIGNATURES: dict[str, str | Promise] = {
    "signed": gettext_lazy("Signed the appeal"),
    "withdrawn": gettext_lazy("Withdrew the signature"),
    "not_confirmed": gettext_lazy("Signature not confirmed"),
}
PLAIN: dict[str, tuple[str | Promise, str]] = {
    "no_such_other": (gettext_lazy("There is no such other appeal in this body."), ""),
    "nothing_to_merge_into": (
        gettext_lazy("The other appeal is closed already: mark this one as its repeat instead."),
        "",
    ),
    "another_applicant": (
        gettext_lazy(
            "Two different people wrote: put the appeals together as one cause, each gets a letter."
        ),
        "",
    ),
    "confidential_stays_alone": (
        gettext_lazy("A confidential appeal is considered alone: it is not put together with others."),
        "",
    ),
    "names_somebody_else": (
        gettext_lazy("One of the two complains about a person: such appeals are considered apart."),
        "",
    ),
    "kind_not_listed": (gettext_lazy("Choose one from the list."), ""),
    "nobody_to_group": (gettext_lazy("Tick the appeals that wait for this answer."), ""),
    "no_group": (gettext_lazy("No appeal waits for an answer in this language."), ""),
    "text_missing": (gettext_lazy("Write the answer."), ""),
    "new_facts_not_weighed": (
        gettext_lazy("Compare the appeals first and confirm that there are no new facts."),
        "no_new_facts",
    ),
    "no_such_signatory": (gettext_lazy("Choose one from the list."), ""),
    "representative_must_sign": (gettext_lazy("Who withdrew the signature cannot speak for the others."), ""),
    "not_the_applicants_file": (gettext_lazy("Choose one of the applicant's files."), ""),
}


def _already(facts: Facts) -> str:
    return _("%(number)s stands in a group already.") % {"number": facts["number"]}


def _too_large(facts: Facts) -> str:
    return _("One answer can answer at most %(n)d appeals.") % {"n": int(facts["most"])}


def _language_missing(facts: Facts) -> str:
    return _("Appeals of the group wait for an answer in another language (%(list)s): write it first.") % {
        "list": ", ".join(facts["languages"])
    }


def _too_few(facts: Facts) -> str:
    return _("Answers given on this matter: %(n)d of the %(least)d that are needed.") % {
        "n": int(facts["n"]),
        "least": int(facts["least"]),
    }


def _too_short(facts: Facts) -> str:
    return _("Write at least %(least)d characters of reason.") % {"least": int(facts["least"])}


TOLD: dict[str, tuple[Callable[[Facts], str], str]] = {
    "already_in_group": (_already, ""),
    "group_too_large": (_too_large, ""),
    "language_missing": (_language_missing, ""),
    "too_few_answers": (_too_few, ""),
    "end_reason_too_short": (_too_short, "reason"),
}


# Why a group let an appeal go, by the act that closed the appeal it waited for.
ENDS: dict[str, str | Promise] = {
    "refuse": gettext_lazy("its consideration was refused"),
    "forward": gettext_lazy("it went to another body"),
    "move_up": gettext_lazy("it went to the body above"),
    "withdraw": gettext_lazy("it was withdrawn"),
    "take_back": gettext_lazy("it was withdrawn"),
    "merge": gettext_lazy("it was merged with another appeal"),
    "send_answer": gettext_lazy("its answer could not be given to this one too"),
    "end_correspondence": gettext_lazy("its correspondence was ended"),
    "make_confidential": gettext_lazy("one of the two became confidential"),
}


def detail(what: str, facts: Facts) -> str:
    """What a line of the history adds about another appeal or a signature; empty for other acts."""
    if what in ("liken", "be_likened"):
        return f"{DECIDED.get(facts.get('kind', ''), '')}, № {facts.get('other', '')}"
    if what == "merge":
        return f"№ {facts.get('into', '')}"
    if what in ("take_merged", "mark_meeting", "let_go"):
        return str(facts.get("number") or facts.get("name", ""))
    if what in ("join_cause", "answer_alike", "leave_cause"):
        why = ENDS.get(facts.get("because", ""), "")
        return f"№ {facts.get('other', '')}" + (f": {why}" if why else "")
    if what == "group":
        return ", ".join(facts.get("numbers", []))
    if what == "end_correspondence":
        return f"№ {facts.get('outgoing_number', '')}"
    if what == "set_signature":
        return str(SIGNATURES.get(facts.get("signature", ""), ""))
    return ""


def marked(text: str, places: Sequence[tuple[int, int]]) -> SafeString:
    """The text in paragraphs as escaped HTML, the places (start, end) inside <mark>."""
    parts, at = [], 0
    for start, end in sorted(places):
        if start >= at:
            parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    whole = "".join([*parts, escape(text[at:])])
    # A passage may cross a line end: the mark is closed and opened again around it.
    lines, is_open = [], False
    for line in whole.split("\n"):
        shown = f"<mark>{line}" if is_open else line
        is_open = shown.count("<mark>") > shown.count("</mark>")
        lines.append(f"<p>{shown}{'</mark>' if is_open else ''}</p>" if line.strip() else "")
    return mark_safe("".join(lines))  # noqa: S308 - every piece of the text was escaped above
