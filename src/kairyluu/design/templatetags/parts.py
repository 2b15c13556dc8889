"""Components: `{% load parts %}`. Each draws one part of the stylesheet from plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, Field
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from kairyluu.design import dates
from kairyluu.design import wording as words

register = template.Library()
REQUIRED = Field.default_error_messages["required"]


@register.inclusion_tag("design/parts/field.html")
def field(bound: BoundField, hint: str = "", width: str = "", optional: str = "") -> dict[str, Any]:
    """Label, hint, error, control, linked by `aria-describedby`. `optional` is the note behind the label."""
    hint = hint or str(bound.help_text or "")
    ids = [f"{bound.auto_id}-hint"] if hint else []
    ids += [f"{bound.auto_id}-error"] if bound.errors else []
    attrs: dict[str, Any] = {"aria-describedby": " ".join(ids)} if ids else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    control = bound.as_widget(attrs=attrs)
    return {"bound": bound, "hint": hint, "width": width, "optional": optional, "control": control}


@register.inclusion_tag("design/parts/choices.html")
def choices(bound: BoundField, hints: Mapping[str, str] | None = None, pair: bool = False) -> dict[str, Any]:
    """Radios, each with a sentence if `hints` has one for its value."""
    hints = hints or {}
    options = [
        {
            "id": f"{bound.auto_id}_{place}",
            "value": value,
            "label": label,
            "hint": hints.get(str(value), ""),
            "is_chosen": str(bound.value() or "") == str(value),
        }
        for place, (value, label) in enumerate(getattr(bound.field, "choices", ()))
        if value != ""
    ]
    return {"bound": bound, "options": options, "pair": pair, "errors": bound.errors}


@register.inclusion_tag("design/parts/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Every error of the forms, each linked to its field; nothing where there is none."""
    lines: list[dict[str, str]] = []
    for form in forms:
        for name, errors in form.errors.items() if form is not None else ():
            bound = form[name] if name in form.fields else None
            href = f"#{bound.auto_id}" if bound else ""
            lines += [{"href": href, "text": _named(str(error), bound)} for error in errors]
    return {"lines": lines}


def _named(error: str, bound: BoundField | None) -> str:
    """«Fill this in» alone does not say what: a sentence that every field has gets the label in front."""
    return f"{bound.label}: {error}" if bound and error == str(REQUIRED) else error


@register.simple_tag
def state_tag(code: str, public: bool = False) -> SafeString:
    word = words.word_for(words.PUBLIC_STATES if public else words.STATES, code)
    return format_html('<span class="tag {}">{}</span>', word.look, word.text)


@register.inclusion_tag("design/parts/file_notes.html")
def file_notes(file: Any) -> dict[str, Any]:
    """What is to be known of a file before it is taken: that it is held, and what in it could act by itself."""
    flags = [words.word_for(words.FILE_FLAGS, flag).text for flag in getattr(file, "flags", ())]
    return {"held": getattr(file, "held", ""), "flags": flags}


@register.simple_tag
def due_badge(standing: str, days_left: int = 0) -> SafeString:
    """How a deadline stands; `standing` as `rules.deadlines.Standing`, days in working days."""
    word = words.word_for(words.STANDINGS, str(standing))
    text = str(word.text) or dates.working_days_left(days_left, _language())
    return format_html('<span class="due {}">{}</span>', word.look, text)


@register.simple_tag
def day_strip(passed: int, total: int, standing: str = "open") -> SafeString:
    """One stitch a working day."""
    word = words.word_for(words.STANDINGS, str(standing))
    value = min(max(passed, 0), total)
    label = gettext("Working day %(passed)s of %(total)s") % {"passed": value, "total": total}
    return format_html(
        '<progress class="days {}" value="{}" max="{}" aria-label="{}"></progress>',
        word.look,
        value,
        total,
        label,
    )


@register.inclusion_tag("design/parts/crumbs.html")
def crumbs(*pairs: str) -> dict[str, Any]:
    """`{% crumbs "/" "Home" "" "This page" %}`: addresses and labels in turn, the last without an address."""
    return {"steps": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.inclusion_tag("design/parts/pages.html", takes_context=True)
def pages(context: template.Context, page: Any) -> dict[str, Any]:
    """Pages of a `django.core.paginator.Page`, keeping the other GET parameters."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    kept = query.urlencode()
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "numbers": list(numbers), "prefix": f"?{kept}&page=" if kept else "?page="}


@register.inclusion_tag("design/parts/timeline.html")
def timeline(steps: list[Any]) -> dict[str, Any]:
    """Steps have `title`, `when` (moment or day), `text`, and `look` ("", "is-next", "is-late")."""
    return {"steps": steps}


@register.inclusion_tag("design/parts/empty.html")
def empty(text: str, href: str = "", label: str = "") -> dict[str, Any]:
    return {"text": text, "href": href, "label": label}


@register.simple_tag
def bar(value: float, most: float, look: str = "") -> SafeString:
    """One bar of a `table.bars` as SVG attributes, so that the content policy holds."""
    share = round(100 * value / most, 2) if most else 0
    return format_html(
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="{}" width="{}" height="10"/></svg>',
        look,
        share,
    )


@register.filter
def size(n_bytes: int) -> str:
    """«340 КБ», «1,2 МБ»."""
    if n_bytes < 1024 * 1024:
        return f"{max(1, round(n_bytes / 1024))} {gettext('KB')}"
    return f"{n_bytes / 1024 / 1024:.1f} {gettext('MB')}".replace(".", ",")


@register.filter
def paragraphs(text: str) -> SafeString:
    """Somebody's words as paragraphs: escaped, blank lines divide, single line ends are kept."""
    blocks = [block.strip("\n") for block in str(text).replace("\r\n", "\n").split("\n\n") if block.strip()]
    drawn = (format_html("<p>{}</p>", _lines(block)) for block in blocks)
    return mark_safe("".join(drawn))  # noqa: S308 - each block was escaped by format_html


def _lines(block: str) -> SafeString:
    lines = [format_html("{}", line) for line in block.split("\n")]
    return mark_safe("<br>".join(lines))  # noqa: S308 - each line was escaped by format_html


def _language() -> str:
    language = (get_language() or "ky")[:2]
    return language if language in dates.MONTHS else "ky"
