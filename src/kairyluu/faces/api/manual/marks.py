"""The plain text of the document as it stands on the page."""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_CODE = re.compile(r"`([^`]+)`")
_JOINT = re.compile(r"(?<=[\w}])([._/]|\[\]\.)(?=[\w{])")


def marked(said: str) -> SafeString:
    """What stands in backticks is code."""
    return mark_safe(_CODE.sub(r"<code>\1</code>", escape(said)))  # noqa: S308 - escaped before


def breakable(name: str) -> SafeString:
    """`applicant.personal_number` may go on in a second line after a dot or a low line, an address after a stroke."""
    return mark_safe(_JOINT.sub(r"\1<wbr>", escape(name)))  # noqa: S308 - escaped before
