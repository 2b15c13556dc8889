"""A client that looks at every page as it comes: whatever test draws a page also checks its shape."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import html5lib
from django.http import HttpResponse
from django.test import Client

LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}")
CONTROLS = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
# A value that was not there, drawn: alone in its element, or behind a label.
NOTHING = re.compile(r"(?:^|[:,(/]\s*)None(?:[).,/]|$)")
ERRORS = ("Ката: ", "Ошибка: ", "Error: ")


# Letters, digits and signs that mean nothing to a parser: neither in a value between quotes nor between two tags.
PLAIN = r"[\w \n.,:;/?#%+()!@*$№«»–—…-]+"
VALUE = re.compile(rf'(?<==")(?:{PLAIN})(?=")')
WORDS = re.compile(rf"(?<=>)(?:{PLAIN})(?=<)")


class InspectingClient(Client):
    """Every HTML answer is inspected; pass `inspect=False` for a page that is meant to be broken."""

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and response.status_code in (
            200,
            400,
            403,
            404,
            422,
            429,
        ):
            inspect_page(response.content.decode())
        return response


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.inside: list[str] = []
        self.in_label: set[int] = set()  # places in `found`
        self.texts: dict[str, list[str]] = {"title": [], "h1": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "label" in self.inside:
            self.in_label.add(len(self.found))
        self.found.append((tag, {k: v or "" for k, v in attrs}))
        if tag in ("title", "h1", "style", "script", "label", "svg"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        for tag in ("title", "h1"):
            if tag in self.inside and "svg" not in self.inside:
                self.texts[tag].append(data)
        if not {"title", "style", "script"}.intersection(self.inside):
            self.words.append(data)


def _read(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    return tags


def text_of(html: str | bytes) -> str:
    """The page as a person reads it, spaces folded."""
    page = html.decode() if isinstance(html, bytes) else html
    return " ".join(" ".join(_read(page).words).split())


def inspect_page(html: str) -> None:
    """Raises AssertionError with a sentence that names the cure."""
    _is_valid(html)
    tags = _read(html)
    _has_one_heading(tags)
    _says_errors_first(tags)
    _has_labels(tags)
    _has_unique_ids(tags)
    _has_nothing_inline(tags)
    _has_nothing_left_over(tags)
    assert any(tag == "html" and attrs.get("lang") in ("ky", "ru", "en") for tag, attrs in tags.found), (
        "set lang"
    )


_found_valid: set[bytes] = set()


def skeleton(html: str) -> str:
    """The page without its plain words and values: two pages with one skeleton are parsed alike, fault by fault.
    Between tags it counts whether anything stands there but space."""
    bare = VALUE.sub("", html)
    return WORDS.sub(lambda found: "x" if found[0].strip(" \n") else " ", bare)


def _is_valid(html: str) -> None:
    """Parsing takes longer than drawing, so a skeleton is parsed once."""
    key = hashlib.sha256(skeleton(html).encode("utf-8", "surrogatepass")).digest()
    if key not in _found_valid:
        _parses(html)
        _found_valid.add(key)


def _parses(html: str) -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    faults = [(position, code) for position, code, _ in parser.errors if code != "unknown-doctype"]
    assert not faults, f"the page is not valid HTML: {faults[:3]}"


def _has_one_heading(tags: _Tags) -> None:
    n = sum(tag == "h1" for tag, _ in tags.found)
    assert n == 1, f"a page has one h1, this one {n}"
    heading = " ".join("".join(tags.texts["h1"]).split())
    title = _title(tags)
    for word in ERRORS:
        title = title.removeprefix(word)
    assert heading, "the heading is empty"
    assert title.startswith(heading), f"the title begins with the heading: {title!r} / {heading!r}"


def _title(tags: _Tags) -> str:
    return " ".join("".join(tags.texts["title"]).split())


def _says_errors_first(tags: _Tags) -> None:
    """Who listens to the page hears in its first word that nothing was sent."""
    if any("error-summary" in attrs.get("class", "").split() for _, attrs in tags.found):
        assert _title(tags).startswith(ERRORS), (
            "a page with an error summary has a title that begins with «Ката:»"
        )


def _has_labels(tags: _Tags) -> None:
    named = {attrs["for"] for tag, attrs in tags.found if tag == "label" and "for" in attrs}
    for place, (tag, attrs) in enumerate(tags.found):
        if tag not in CONTROLS or attrs.get("type") in NEEDS_NO_LABEL:
            continue
        named_here = "aria-label" in attrs or "aria-labelledby" in attrs or place in tags.in_label
        assert attrs.get("id") in named or named_here, f"a control needs a label: {tag} {attrs}"


def _has_unique_ids(tags: _Tags) -> None:
    ids = [attrs["id"] for _, attrs in tags.found if "id" in attrs]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    assert not twice, f"ids stand twice: {twice}"
    known = set(ids)
    for tag, attrs in tags.found:
        for name in ("aria-describedby", "aria-labelledby", "for", "popovertarget"):
            missing = set(attrs.get(name, "").split()) - known
            assert not missing, f"{tag} {name} points nowhere: {missing}"
        if tag == "a" and attrs.get("href", "").startswith("#"):
            assert attrs["href"][1:] in known, f"a link points nowhere: {attrs['href']}"
        assert tag != "a" or attrs.get("href"), "a link needs an address"


def _has_nothing_left_over(tags: _Tags) -> None:
    text = " ".join(tags.words)
    assert not LEFTOVER.search(text), "template marks are left over"
    empty = [word for word in tags.words if NOTHING.search(word.strip())]
    assert not empty, f"a value that is not there was drawn: {empty[:3]}"
    for tag, attrs in tags.found:
        bad = [name for name, value in attrs.items() if value == "None" or "/None" in value]
        assert not bad, f"{tag} carries a value that is not there: {bad}"


def _has_nothing_inline(tags: _Tags) -> None:
    for tag, attrs in tags.found:
        assert tag != "style", "no inline style: the content policy forbids it"
        assert tag != "script" or "src" in attrs, "no inline script: the content policy forbids it"
        bad = [name for name in attrs if name == "style" or name.startswith("on")]
        assert not bad, f"{tag} carries {bad}"
        assert not attrs.get("href", "").lower().startswith("javascript:"), "no script addresses"


class _Fields(HTMLParser):
    """The fields of the form whose action or content matches, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[dict[str, Any]] = []
        self.current: dict[str, Any] | None = None
        self.select: str | None = None
        self.area: str | None = None
        self.begins = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {k: v or "" for k, v in attrs}
        if tag == "form":
            self.current = {
                "action": values.get("action", ""),
                "method": values.get("method", "get").lower(),
                "data": {},
            }
            self.forms.append(self.current)
        elif self.current is not None:
            self._control(tag, values)

    def _control(self, tag: str, values: dict[str, str]) -> None:
        assert self.current is not None
        data: dict[str, list[str]] = self.current["data"]
        name = values.get("name", "")
        if "disabled" in values:
            return
        if tag == "input" and name and values.get("type") not in ("submit", "image", "file", "button"):
            if values.get("type") in ("radio", "checkbox") and "checked" not in values:
                return
            data.setdefault(name, []).append(values.get("value", "on"))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            if "selected" in values or self.select not in data:
                data[self.select] = [values.get("value", "")]
        elif tag == "textarea":
            self.area = name
            data.setdefault(name, []).append("")
            self.begins = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.current = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data: str) -> None:
        if self.area and self.current is not None:
            # A browser drops the line end right behind the tag.
            self.current["data"][self.area][-1] += data.removeprefix("\n") if self.begins else data
            self.begins = False


def form_of(html: str | bytes, *, having: str = "csrfmiddlewaretoken", action: str = "") -> dict[str, Any]:
    """Fields of the first POST form that has the field `having` (and this action, if one is named); values are
    strings, or lists where a name stands several times."""
    page = html.decode() if isinstance(html, bytes) else html
    reader = _Fields()
    reader.feed(page)
    for form in reader.forms:
        fits = not action or form["action"] == action
        if form["method"] == "post" and fits and (having in form["data"] or having == "csrfmiddlewaretoken"):
            return {k: v[0] if len(v) == 1 else v for k, v in form["data"].items()}
    raise AssertionError(f"no such form: {[(f['action'], sorted(f['data'])) for f in reader.forms]}")
