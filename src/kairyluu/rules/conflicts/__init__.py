"""Conflicts of interest: who is kept from an appeal, who considers a complaint instead, whom its words mean."""

from kairyluu.rules.conflicts.keeping_away import (
    COMPLAINED_ABOUT,
    CONFIDENTIAL,
    RECUSED,
    because_named,
    is_complained_about,
    kept_away,
    may_be_given_to,
    may_be_told,
    names_anybody,
)

__all__ = [
    "COMPLAINED_ABOUT",
    "CONFIDENTIAL",
    "RECUSED",
    "is_complained_about",
    "kept_away",
    "may_be_given_to",
    "may_be_told",
    "because_named",
    "names_anybody",
]
