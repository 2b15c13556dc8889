"""What the review page shows: everything that will be sent, and what the text may be returned for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kairyluu.design.wording import KINDS, word_for
from kairyluu.faces.portal.forms import listing
from kairyluu.faces.portal.forms.appeal import AppealForm
from kairyluu.faces.portal.forms.commanding import targets_of
from kairyluu.queries.conflicts.receivers import find_receiver, named_in
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import Upload
from kairyluu.rules.conflicts.receivers import BODY_NAMED
from kairyluu.rules.spelling import is_plausible_personal_number
from kairyluu.rules.submission_hints import ALL_CAPITALS, LATIN_LETTERS, Limits, submission_hints


@dataclass(frozen=True)
class Chapter:
    """`anchor` is where the form has it; `rows` are pairs of a word and what was given, empty ones left out."""

    anchor: str
    title: str
    rows: tuple[tuple[str, str], ...]


def chapters(
    form: AppealForm, uploads: tuple[Upload, ...], language: str, today: date
) -> tuple[Chapter, ...]:
    """In the order of the form; only for a valid one."""
    return (
        _chapter("to", _("To whom"), _addressee(form, language, today)),
        _chapter("what", _("Appeal"), _content(form, language)),
        _chapter("from", _("Applicant"), _applicant(form)),
        _chapter("reply", _("Where to send the reply"), _contacts(form, language)),
        _chapter(
            "files", _("Files"), [(_("Files"), "\n".join(upload.name for upload in uploads) or _("none"))]
        ),
    )


def warnings(form: AppealForm) -> list[str]:
    """Sentences; none of them stops anybody."""
    known, sent = directory(), form.cleaned_data
    limits = Limits(
        capitals_share=float(known.setting("warn_capitals_share")),
        latin_share=float(known.setting("warn_latin_share")),
        sentence_length=known.number("warn_sentence_length"),
    )
    hints = submission_hints(sent["text"], limits=limits, language=sent["reply_language"])
    said = [_hint(hint.code) for hint in hints]
    if len(sent["text"].strip()) < known.number("text_min_length"):
        said.append(_("The text is very short. Say what happened, where, and what you ask for."))
    if sent["kind"] == "complaint" and not (sent["target"] or sent["target_text"]):
        said.append(_("Say whom the complaint is about: it is not given to that person to handle."))
    if sent["personal_number"] and not is_plausible_personal_number(sent["personal_number"]):
        said.append(_("A personal number has 14 digits. Check whether all of them are there."))
    return said


def considered_elsewhere(form: AppealForm, language: str, today: date) -> str:
    """Why another body than the one addressed will consider the complaint; empty where it does not."""
    sent = form.cleaned_data
    addressed = directory().body(sent["body"])
    considered = find_receiver(addressed, named_in(targets_of(sent)), today)
    if considered.about is None or considered.body.pk == addressed.pk:
        return ""
    names = {"about": considered.about.name(language), "body": considered.body.name(language)}
    if considered.because == BODY_NAMED:
        return (
            _("Nobody considers a complaint about himself. The complaint about %(about)s goes to %(body)s.")
            % names
        )
    return (
        _(
            "Nobody considers a complaint about himself. The complaint about the head of %(about)s goes to %(body)s."
        )
        % names
    )


def _hint(code: str) -> str:
    if code == ALL_CAPITALS:
        return _("The text is written in capital letters only. Written as usual it is easier to read.")
    if code == LATIN_LETTERS:
        return _(
            "The text seems to be written in Latin letters. Write it in Cyrillic, or the body may return it."
        )
    return _("The text is not divided into sentences. Put full stops, so that it can be understood.")


def _addressee(form: AppealForm, language: str, today: date) -> list[tuple[str, str]]:
    sent = form.cleaned_data
    officials = dict(listing.officials(sent["body"], language, today))
    return [
        (_("Body"), directory().body(sent["body"]).name(language)),
        (_("Official"), officials.get(sent["post"], _("Head of the body"))),
    ]


def _content(form: AppealForm, language: str) -> list[tuple[str, str]]:
    sent = form.cleaned_data
    topic = directory().topic(sent["topic"])
    about = [listing.name_of_target(sent["target"], language) if sent["target"] else "", sent["target_text"]]
    return [
        (_("Kind"), str(word_for(KINDS, sent["kind"]).text)),
        (_("Topic"), topic.name(language) if topic else ""),
        (_("Subject"), sent["subject"]),
        (_("Text"), sent["text"]),
        (_("About whom"), ", ".join(filter(None, about)) if sent["kind"] == "complaint" else ""),
        (_("Confidential"), _("Yes") if sent["confidential"] else ""),
    ]


def _applicant(form: AppealForm) -> list[tuple[str, str]]:
    sent = form.cleaned_data
    organisation = f"{sent['legal_form']} {sent['organisation']}" if sent["who"] == "organisation" else ""
    people = [f"{p.surname} {p.given_name} {p.patronymic}".strip() for p in sent["cosigners"]]
    return [
        (_("Organisation"), organisation),
        (_("Full name"), " ".join(filter(None, (sent["surname"], sent["given_name"], sent["patronymic"])))),
        (_("Personal number"), sent["personal_number"]),
        (_("Co-signers"), "\n".join(people)),
    ]


def _contacts(form: AppealForm, language: str) -> list[tuple[str, str]]:
    sent = form.cleaned_data
    territory = directory().territory(sent["territory"])
    home = f"{territory.name(language) if territory else ''}, {sent['address']}"
    languages = {"ky": _("Kyrgyz"), "ru": _("Russian"), "en": _("English")}
    return [
        (_("Home address"), home),
        (_("Postal address"), sent["postal_address"]),
        (_("Telephone"), sent["phone"]),
        (_("E-mail"), sent["email"]),
        (_("Language of the reply"), languages[sent["reply_language"]]),
    ]


def _chapter(anchor: str, title: str, rows: list[tuple[str, str]]) -> Chapter:
    return Chapter(anchor, title, tuple(row for row in rows if row[1]))
