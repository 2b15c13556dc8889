"""The ways an appeal arrives, and what each implies.

The form (written, electronic, oral) is that of Law No. 67 of 4 May 2007; the lines of the published tables
(blocks A, C and D) come with each row of `channels.csv`, because reports have drawn them differently.
"""

from __future__ import annotations

from dataclasses import dataclass

from kairyluu.rules.refusals import Refused

WRITTEN = "written"
ELECTRONIC = "electronic"
ORAL = "oral"
FORMS = frozenset({WRITTEN, ELECTRONIC, ORAL})

# The channels the program itself chooses; all others are chosen by a registrar from the list.
PORTAL = "portal"
API = "api"
TRUST_TELEPHONE = "trust_telephone"
FROM_OTHER_BODY = "from_other_body"
BY_ITSELF = (PORTAL, API)


class UnknownForm(Refused):
    """A channel whose form is none of the three the law knows."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One row of `channels.csv`; an empty block means that the channel has no line in that table."""

    code: str
    form: str
    block_a: str = ""
    block_c: str = ""
    block_d: str = ""
    counts_as_appeal: bool = True

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise UnknownForm(facts={"channel": self.code, "form": self.form})

    @property
    def is_oral(self) -> bool:
        """Somebody else writes down what was said, and reads it back to the applicant."""
        return self.form == ORAL

    @property
    def has_paper_original(self) -> bool:
        """A sheet exists: it is scanned, stamped with the number and kept."""
        return self.form == WRITTEN

    @property
    def is_entered_by_staff(self) -> bool:
        """What the applicant or his program sends is not; of the rest the moment of receipt is typed in too."""
        return self.code not in BY_ITSELF

    @property
    def counted_as(self) -> str:
        """Written or oral in the total of block A: an electronic appeal counts as written."""
        return self.block_a or (ORAL if self.is_oral else WRITTEN)
