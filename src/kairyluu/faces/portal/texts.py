"""Which of the portal's texts have an address of their own, and where each is read."""

from __future__ import annotations

from django.urls import reverse

# The instruction has its own page, where it is acknowledged.
TEXTS = ("act", "help", "about-terms", "privacy", "accessibility", "hotlines")


def address(slug: str) -> str:
    """Where the text of this name is read."""
    if slug in TEXTS or slug == "instruction":
        return reverse(f"portal:{slug}")
    return reverse("portal:text", args=[slug])
