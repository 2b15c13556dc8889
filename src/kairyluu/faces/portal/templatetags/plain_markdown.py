"""The portal's own texts: `{{ text.text|plain_markdown }}`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from kairyluu.design.markdown import render
from kairyluu.faces.portal.texts import address

register = template.Library()


@register.filter
def plain_markdown(text: str) -> SafeString:
    """A link of one word, `[…](about-terms)`, leads to the text of that name."""
    return render(text, address)
