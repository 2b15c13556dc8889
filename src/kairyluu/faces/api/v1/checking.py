"""The faults of an appeal that only the lists and the settings can show."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from kairyluu.faces.api import sentences
from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.problems import At
from kairyluu.faces.api.v1.filling import Appeal, Applicant, CoSigner, digits_of
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.spelling import NotATelephone, clean_line, clean_text, phone_e164

DIGITS = 14


def check(sent: Appeal) -> None:
    """Raises `Trouble` with every fault at once."""
    if faults := list(_faults(sent, directory())):
        raise invalid(*faults)


def _faults(sent: Appeal, known: Directory) -> Iterator[At]:
    yield from _addressee(sent, known)
    if sent.topic and sent.topic not in known.topics:
        yield At("/topic", _("There is no topic with this code."))
    yield from _length("/subject", clean_line(sent.subject), known.number("subject_limit"))
    yield from _length("/text", clean_text(sent.text), known.number("text_limit"))
    yield from _about(sent, known)
    yield from _applicant(sent.applicant, known)
    most = known.number("co_signers_limit")
    if len(sent.cosigners) > most:
        yield At("/cosigners", str(sentences.TOO_MANY) % {"n": most})
    for n, one in enumerate(sent.cosigners):
        yield from _names(f"/cosigners/{n}", one)
    if len(sent.files) > known.number("file_count"):
        yield At("/files", str(sentences.TOO_MANY) % {"n": known.number("file_count")})


def _addressee(sent: Appeal, known: Directory) -> Iterator[At]:
    body = known.bodies.get(sent.body)
    if body is None:
        yield At("/body", _("There is no body with this code."))
    elif not body.is_open:
        yield At("/body", _("This body is not connected to the portal yet."))
    post = known.posts.get(sent.addressee_post)
    if sent.addressee_post and (post is None or post.body.code != sent.body):
        yield At("/addressee_post", _("There is no such post in this body."))


def _about(sent: Appeal, known: Directory) -> Iterator[At]:
    about = sent.about
    if about is None:
        return
    if sent.kind != "complaint":
        yield At("/about", _("Only a complaint is about somebody."))
    if about.body and about.body not in known.bodies:
        yield At("/about/body", _("There is no body with this code."))
    if about.official and not any(t.official.code == about.official for t in known.tenures):
        yield At("/about/official", _("There is no official with this code."))


def _applicant(person: Applicant, known: Directory) -> Iterator[At]:
    yield from _names("/applicant", person)
    if person.is_organisation:
        yield from _filled("/applicant/organisation", person.organisation)
        yield from _filled("/applicant/legal_form", person.legal_form)
    if person.territory not in known.territories:
        yield At("/applicant/territory", _("There is no territory with this code."))
    yield from _filled("/applicant/address", person.address)
    try:
        phone_e164(clean_line(person.phone))
    except NotATelephone:
        yield At("/applicant/phone", _("Write the number with its code, like +996700123456."))
    try:
        if email := clean_line(person.email):
            validate_email(email)
    except ValidationError:
        yield At("/applicant/email", _("Write the whole address, like asan@example.kg."))
    digits = digits_of(person.personal_number)
    if len(digits) > DIGITS or (digits and not (digits.isascii() and digits.isdigit())):
        yield At("/applicant/personal_number", _("A personal number has 14 digits."))


def _names(where: str, person: Applicant | CoSigner) -> Iterator[At]:
    yield from _filled(f"{where}/surname", person.surname)
    yield from _filled(f"{where}/given_name", person.given_name)


def _filled(where: str, value: str) -> Iterator[At]:
    if not clean_line(value):
        yield At(where, str(sentences.REQUIRED))


def _length(where: str, value: str, limit: int) -> Iterator[At]:
    if not value.strip():
        yield At(where, str(sentences.REQUIRED))
    elif len(value) > limit:
        yield At(where, str(sentences.TOO_LONG) % {"n": limit})
