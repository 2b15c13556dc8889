"""Whom the words of a complaint may mean: officials in office or lately, compared as people write names.

«Сыналбаевдин үстүнөн», «на акима Сыналбаева У.А.», «райондун акими»: case endings of both languages, initials, letters
people exchange and one slip of the pen do not hide a name; a title means whoever holds that post near the body written
to. The rule only suggests: a person decides whether it is he.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kairyluu.rules.spelling import fold

BY_NAME, BY_SURNAME, BY_TITLE = "by_name", "by_surname", "by_title"

# Folded as names are: ө is о, ү is у, ң is н.
_LISTED = re.compile(r"\w+")
_KYRGYZ = _LISTED.findall(
    "нын нин нун дын дин дун тын тин тун ны ни ну ды ди ду ты ти ту га ге го ка ке ко на не но"
    " да де до та те то дан ден дон тан тен тон нан нен ым им ум ын ин ун ы и у м н"
)
_RUSSIAN = _LISTED.findall("а я у ю ом ем ым им е ой ей ою ую ая ы и ых их ого его ому ему")
_ENDINGS = frozenset({"", *_KYRGYZ, *_RUSSIAN, *(f"{p}{k}" for p in ("ы", "и", "у") for k in _KYRGYZ)})
_CUT = re.compile(r"(ый|ий|ой|ая|а|я|у|ы|и|е|ь)$")  # what declension takes off the end
_WORD = re.compile(r"[^\W\d_](?:\.|[^\W\d_]*)")  # an initial keeps its point
_LEAST = 3  # letters of a word that can be inflected
_SLIP = 6  # letters of a surname in which one may be wrong
# Words of titles that name no post by themselves.
_NOT_TELLING = frozenset(
    _LISTED.findall(
        "башкы главный главная первый биринчи боюнча адис адиси специалист отдела болумунун районунун району"
        " айыл окмоту окмоттун кыргыз республикасынын республики"
    )
)


@dataclass(frozen=True, kw_only=True)
class Official:
    """Somebody in office, or lately: `titles` of his posts in both languages; `is_near` when one of them is in the
    body written to or complained about, above or below it."""

    official_id: int
    surname: str
    given_name: str
    patronymic: str = ""
    titles: tuple[str, ...] = ()
    is_near: bool = False


@dataclass(frozen=True, kw_only=True)
class Match:
    """`how` is by_name (surname with name or initial), by_surname or by_title."""

    official_id: int
    how: str


def likely_matches(words: str, officials: Iterable[Official]) -> tuple[Match, ...]:
    """Officials the words may mean, the surest first. A surname alone or a title counts near the body only."""
    said = [fold(met[0]) for met in _WORD.finditer(words)]
    everybody = list(officials)
    named = [Match(official_id=o.official_id, how=how) for o in everybody if (how := _named(said, o))]
    by_title = [] if any(m.how == BY_NAME for m in named) else _by_title(said, everybody)
    met = {match.official_id for match in named}
    found = [*named, *(match for match in by_title if match.official_id not in met)]
    order = (BY_NAME, BY_SURNAME, BY_TITLE)
    return tuple(sorted(found, key=lambda match: order.index(match.how)))


def is_form_of(said: str, word: str) -> bool:
    """Whether a folded word is the other in some case of Kyrgyz or Russian.

    >>> is_form_of("акимге", "аким"), is_form_of("ибраимовой", "ибраимова"), is_form_of("акимиат", "аким")
    (True, True, False)
    """
    if said == word:
        return True
    stem = _CUT.sub("", word)
    stem = word if len(stem) < _LEAST else stem
    return any(_has_ending(said, base) for base in {word, stem} if len(base) >= _LEAST)


def _has_ending(said: str, base: str) -> bool:
    return said.startswith(base) and said[len(base) :] in _ENDINGS


def _named(said: list[str], official: Official) -> str:
    """by_name, by_surname near the body, or empty."""
    surname = fold(official.surname.split()[0]) if official.surname.strip() else ""
    places = [n for n, word in enumerate(said) if surname and _is_surname(word, surname)]
    if not places:
        return ""
    beside = {word for n in places for word in said[max(n - 2, 0) : n] + said[n + 1 : n + 3]}
    given = fold(official.given_name)
    if any(word.rstrip(".") == given[:1] or is_form_of(word, given) for word in beside if given):
        return BY_NAME
    if any(word.endswith(".") for word in beside) or not official.is_near:
        return ""  # initials of somebody else, or a namesake far away
    return BY_SURNAME


def _is_surname(word: str, surname: str) -> bool:
    if is_form_of(word, surname):
        return True
    stem = _CUT.sub("", surname)
    if len(stem) < _SLIP or abs(len(word) - len(stem)) > len("дын") + 1:
        return False
    return any(_one_slip(word[:length], stem) for length in range(len(stem) - 1, len(stem) + 2))


def _one_slip(said: str, meant: str) -> bool:
    """One letter wrong, missing or too many, and neither the first."""
    if said[:1] != meant[:1]:
        return False
    short, long = sorted((said, meant), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = same + 1 if len(short) == len(long) else same
    return short[rest:] == long[same + 1 :]


def _by_title(said: list[str], officials: list[Official]) -> list[Match]:
    """Holders of the title with the most of its words said: «акимдин орун басары» is not the akim."""
    told = {
        o.official_id: max((_told(said, t) for t in o.titles), default=0.0) for o in officials if o.is_near
    }
    most = max(told.values(), default=0.0)
    return [Match(official_id=i, how=BY_TITLE) for i, share in told.items() if share and share == most]


def _told(said: list[str], title: str) -> float:
    """How many telling words of a title were said, if all of them were; the shorter title needs fewer."""
    words = [
        word for word in map(fold, _WORD.findall(title)) if word not in _NOT_TELLING and len(word) >= _LEAST
    ]
    met = [word for word in words if any(_shares_stem(one, word) for one in said)]
    return float(len(met)) if words and len(met) == len(words) else 0.0


def _shares_stem(said: str, word: str) -> bool:
    """Two forms of one word: in a title the word itself may stand in a case («акимдин орун басары»)."""
    if is_form_of(said, word) or is_form_of(word, said):
        return True
    shared = next(
        (n for n, (a, b) in enumerate(zip(said, word, strict=False)) if a != b), min(len(said), len(word))
    )
    return shared >= _LEAST + 1 and said[shared:] in _ENDINGS and word[shared:] in _ENDINGS
