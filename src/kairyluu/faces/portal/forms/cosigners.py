"""The co-signers of a collective appeal as people type a list: one a line, «Surname Name Patronymic, address»."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kairyluu.rules.spelling import clean_line
from kairyluu.usecases.appeals.submit import Person

LONGEST_LINE = 300


def read_cosigners(text: str, most: int) -> tuple[Person, ...]:
    """Raises ValidationError with the number of the line that cannot be read."""
    lines = [(n, clean_line(line)) for n, line in enumerate(text.split("\n"), 1)]
    filled = [(n, line) for n, line in lines if line]
    if len(filled) > most:
        raise ValidationError(
            _("At most %(most)d co-signers can be typed here; attach a longer list as a file")
            % {"most": most}
        )
    return tuple(_person(n, line) for n, line in filled)


def _person(n: int, line: str) -> Person:
    name, _comma, address = line.partition(",")
    words = name.split()
    if len(line) > LONGEST_LINE:
        raise ValidationError(_("Line %(n)d is too long: one co-signer a line") % {"n": n})
    if len(words) < 2:
        raise ValidationError(_("Line %(n)d: write the surname and the name") % {"n": n})
    return Person(
        surname=words[0],
        given_name=words[1],
        patronymic=" ".join(words[2:]),
        home_address=address.strip(),
    )
