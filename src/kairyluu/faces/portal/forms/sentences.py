"""What a refusal says beside its field. A code of the rules becomes words only here."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kairyluu.rules.refusals import Refused


@dataclass(frozen=True)
class Trouble:
    """`field` is the name of the field it belongs to; empty for the whole form. `way_out` is a button's name."""

    field: str
    sentence: str
    way_out: str = ""


def instruction_first() -> Trouble:
    return Trouble(
        "", _("Read the instruction and acknowledge it, then send. What you typed is kept."), "read"
    )


def too_often(field: str = "") -> Trouble:
    return Trouble(
        field,
        _(
            "Too many appeals came from your network address in one hour. What you typed is kept: try again later."
        ),
    )


def about_sending(refused: Refused) -> Trouble:
    """Why the appeal was not sent."""
    facts = refused.facts
    if refused.code == "already_sent_differently":
        sentence = _(
            "This form was already sent as appeal %(number)s, with other words. What you changed was not sent."
        )
        return Trouble("", sentence % {"number": facts.get("tracking_number", "")}, "anew")
    troubles = {
        "body_not_open": Trouble(
            "body", _("This body is not connected to the portal yet. Choose another one.")
        ),
        "unknown_code": Trouble(
            "body", _("The lists have changed meanwhile. Choose the body and the official again.")
        ),
        "file_gone": Trouble(
            "file", _("A file is no longer here. Look through the files and attach it once more.")
        ),
    }
    return troubles.get(refused.code, Trouble("", _("The appeal could not be sent. Try again in a minute.")))


def about_file(refused: Refused, name: str) -> Trouble:
    """Why one file was not taken; the others are."""
    shown = {"name": name[:100], "most": refused.facts.get("most", 5)}
    sentences = {
        "too_many_files": _(
            "“%(name)s” was not taken: at most %(most)s files. Put the papers into one file."
        ),
        "file_too_big": _("“%(name)s” was not taken: it is larger than 10 MB. Attach a smaller one."),
        "file_empty": _("“%(name)s” was not taken: the file is empty. Attach another one."),
        "file_broken": _("“%(name)s” was not taken: the file is damaged. Attach another one."),
    }
    wrong_type = _("“%(name)s” was not taken. Attach PDF, JPG, PNG, DOC or DOCX.")
    return Trouble("file", sentences.get(refused.code, wrong_type) % shown)
