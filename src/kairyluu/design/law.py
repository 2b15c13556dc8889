"""The law a term or a ground stands on, in the language of the page; the sources name it in English."""

from __future__ import annotations

import re

from django.utils.translation import gettext

_LAW_67 = "Law of 4 May 2007 No. 67"
_ARTICLE = re.compile(r"Article ([\d-]*\d)")


def law_words(basis: str) -> str:
    """The law with its article; another basis stays as its source has it."""
    if _LAW_67 not in basis:
        return basis
    law = gettext("Law of 4 May 2007 No. 67 on the procedure for considering citizens' appeals")
    article = _ARTICLE.search(basis)
    return gettext("%(law)s, Article %(n)s") % {"law": law, "n": article[1]} if article else law
