"""Texts an executor may begin an answer from, filled with what is known of the appeal."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.db.models import Q

from kairyluu.data.reference.models import AnswerTemplate

_PLACEHOLDER = re.compile(r"\{[a-z_]{1,40}\}")


def list_answer_templates(language: str, body_code: str) -> list[AnswerTemplate]:
    """Those of every body and of this one, in the language of the answer."""
    own = Q(body_code="") | Q(body_code=body_code)
    return list(AnswerTemplate.objects.filter(own, language=language, is_active=True).order_by("code", "id"))


def fill(text: str, known: Mapping[str, str]) -> str:
    """The text with the known placeholders replaced; the others stay for the executor to replace or remove. What is
    put in is never looked into: braces in an applicant's subject do nothing."""
    return _PLACEHOLDER.sub(lambda found: known.get(found[0][1:-1], "") or found[0], text)


def placeholders_in(text: str) -> list[str]:
    """The placeholders that nobody replaced, each once, with their braces."""
    return list(dict.fromkeys(_PLACEHOLDER.findall(text)))
