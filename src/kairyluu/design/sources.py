"""Where a term or a day can be read: addresses behind the short name of the act, not in the page's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

_NUMBERED = re.compile(r"\bLaw\b.*?No\. (\d+)")


@dataclass(frozen=True)
class SourceLink:
    """`url` is empty where the source is words."""

    name: str
    url: str = ""


def source_links(source: str, basis: str = "") -> list[SourceLink]:
    """A cell of the reference data: addresses and words, parted by ` ; `. An address is shown as the act and the site."""
    return [_link(part.strip(), basis) for part in re.split(r"\s+;\s+", source) if part.strip()]


def short_act(basis: str) -> str:
    """«Law No. 67» of a legal basis; empty where it names no numbered law."""
    found = _NUMBERED.search(basis)
    return _("Law No. %(number)s") % {"number": found[1]} if found else ""


def _link(part: str, basis: str) -> SourceLink:
    if not part.startswith(("http://", "https://")):
        return SourceLink(part)
    site = (urlsplit(part).hostname or part).removeprefix("www.").rstrip(".")
    act = short_act(basis)
    return SourceLink(f"{act}, {site}" if act else site, part)
