"""Whether an appeal repeats an earlier one, doubles it, or speaks of one cause with it; and by what it is found.

Repeated appeals: Law No. 67 of 4 May 2007 (the same applicant on the same matter); the journals of Resolution No. 463,
clause 3, keep them apart. The program proposes with its reasons, the registrar decides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kairyluu.rules.likeness import fold_word, words

REPEAT, DUPLICATE, LOOK_ALIKE = "repeat", "duplicate", "look_alike"

# Shares of the text, found on labelled samples (see bench/matters.py and docs/measured.md).
SAME_TEXT = 0.8
SAME_MATTER = 0.4
SAME_MATTER_AND_TOPIC = 0.3
SAME_NAMES = 0.5  # of the names and numbers of the text that has fewer
OTHER_NAMES = 0.34
# Of many people: one text, one place, one time. Two neighbours with the same trouble a year apart are two matters.
ONE_CAUSE = 0.75
ONE_PLACE = 0.8  # of the names and numbers of both; the village alone is not enough
ONE_TEXT = 0.95  # where the texts name nothing
ONE_CAUSE_DAYS = 90
DUPLICATE_DAYS = 60
SAME_PERSON = 0.5  # from here one person is taken for likely

_VOWELS = re.compile("[аеиоуыюяaeiouy]")
# «айылы», «көчөсү», «үй», «кв», «ул.», «дом», «село», «г.» and the like, as far as they are compared.
_KINDS_OF_PLACES = frozenset(
    "аил аиыл коч кочо коче ул улиц уи дом д кв с сел село г шаар".split()  # noqa: SIM905
)
_NOT_LETTERS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Who:
    """An applicant as far as he can be recognised; `place` is a code of his territory or empty."""

    personal_number: str = ""
    phone: str = ""
    email: str = ""
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    organisation: str = ""
    place: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A new appeal beside an earlier one: `text` is `likeness` of subjects and texts, `person` of `same_person`.
    `named` is the share of names and numbers they have in common by `alike.particulars.named_alike`, `told` the same of
    both texts by `told_alike`; None where that says nothing. `is_open` is whether the earlier one is still considered."""

    person: float
    text: float
    same_topic: bool
    days_between: int
    is_open: bool
    named: float | None = None
    told: float | None = None


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """`score` 0..1 ranks what is shown; `reasons` are codes: same_personal_number, same_phone, same_email, same_name,
    similar_name, same_text, similar_text, same_topic, same_particulars."""

    kind: str
    score: float
    reasons: tuple[str, ...]


def keys_of(who: Who) -> tuple[int, ...]:
    """Numbers below 2**63 under which an applicant is found again; equal for spellings of one name."""
    return tuple(dict.fromkeys(_hashed(key) for key in _keys(who)))


def same_person(one: Who, other: Who) -> tuple[float, tuple[str, ...]]:
    """How surely they are one person, 0..1, and the reasons. Two different personal numbers are two persons."""
    if one.personal_number and other.personal_number:
        is_same = one.personal_number == other.personal_number
        return (1.0, ("same_personal_number",)) if is_same else (0.0, ())
    names = _same_name(one, other)
    contact = [
        reason
        for reason, mine, theirs in (
            ("same_phone", one.phone, other.phone),
            ("same_email", one.email.lower(), other.email.lower()),
        )
        if mine and mine == theirs
    ]
    if contact:
        # A telephone may serve a family: with another name it is a hint, no more.
        return (0.95 if names else 0.55), (*contact, *((names,) if names else ()))
    if not names or one.place != other.place:
        return 0.0, ()
    return _by_name(names, one, other), (names,)


def judge(pair: Pair, person_reasons: tuple[str, ...]) -> Judgement | None:
    """What the later appeal is to the earlier one, or None for nothing worth a look."""
    kind = _kind(pair)
    if kind is None:
        return None
    reasons = [*person_reasons] if kind != LOOK_ALIKE else []
    if pair.text >= SAME_MATTER_AND_TOPIC:
        reasons.append("same_text" if pair.text >= SAME_TEXT else "similar_text")
    if pair.same_topic:
        reasons.append("same_topic")
    named = pair.told if kind == LOOK_ALIKE else pair.named
    if named is not None and named >= SAME_NAMES:
        reasons.append("same_particulars")
    score = pair.text if kind == LOOK_ALIKE else (pair.person + max(pair.text, (pair.named or 0.0) / 2)) / 2
    return Judgement(kind=kind, score=round(score, 3), reasons=tuple(reasons))


def _kind(pair: Pair) -> str | None:
    if pair.person >= SAME_PERSON:
        if pair.text >= SAME_TEXT and pair.is_open and pair.days_between <= DUPLICATE_DAYS:
            return DUPLICATE
        return REPEAT if _is_same_matter(pair) else None
    return LOOK_ALIKE if _is_one_cause(pair) else None


def _is_one_cause(pair: Pair) -> bool:
    """Of two people: what one consideration can answer. Sentences that every village writes are not enough, the place and
    the numbers have to be the same; nor is what was answered long ago."""
    if not pair.is_open and pair.days_between > ONE_CAUSE_DAYS:
        return False
    if pair.told is None:
        return pair.text >= ONE_TEXT
    return pair.text >= ONE_CAUSE and pair.told >= ONE_PLACE


def _is_same_matter(pair: Pair) -> bool:
    """Of one person. The same names and numbers tell the matter even in another language; other ones tell that a
    neighbouring matter was written in the same words."""
    if pair.same_topic and (pair.named or 0.0) >= SAME_NAMES:
        return True
    least = SAME_MATTER_AND_TOPIC if pair.same_topic else SAME_MATTER
    names_others = pair.named is not None and pair.named < OTHER_NAMES and pair.text < SAME_TEXT
    return pair.text >= least and not names_others


def _by_name(names: str, one: Who, other: Who) -> float:
    """A name is shared by many in a district: the patronymic, the address and what they are reached by tell them apart."""
    patronymics = _letters(one.patronymic), _letters(other.patronymic)
    if all(patronymics) and _skeleton(patronymics[0])[:4] != _skeleton(patronymics[1])[:4]:
        return 0.2
    homes = _places(one.address), _places(other.address)
    if all(homes):
        shared = homes[0] & homes[1]
        if not any(part.isalpha() for part in shared):
            return 0.3
        if len(shared) >= 2 and len(shared) == min(map(len, homes)):
            return 0.85
    if _differ(one.phone, other.phone) and _differ(one.email.lower(), other.email.lower()):
        return 0.4
    return 0.7 if names == "same_name" else 0.55


def _keys(who: Who) -> Iterator[str]:
    if who.personal_number:
        yield f"n:{who.personal_number}"
    if who.phone:
        yield f"p:{who.phone}"
    if who.email:
        yield f"e:{who.email.strip().lower()}"
    surname, given = _letters(who.surname), _letters(who.given_name)
    if surname and given:
        yield f"a:{surname[:5]} {given[:3]} {who.place}"
        yield f"s:{_skeleton(surname)} {_skeleton(given)[:2]} {who.place}"
    if who.organisation:
        yield f"o:{_letters(who.organisation)[:12]} {who.place}"


def _same_name(one: Who, other: Who) -> str:
    mine, theirs = _full(one), _full(other)
    if not mine or not theirs:
        return ""
    if mine == theirs:
        return "same_name"
    parts = [
        (_letters(one.surname), _letters(other.surname)),
        (_letters(one.given_name), _letters(other.given_name)),
    ]
    close = all(
        a and b and (a == b or _skeleton(a) == _skeleton(b) or _one_letter_apart(a, b)) for a, b in parts
    )
    return "similar_name" if close else ""


def _full(who: Who) -> str:
    return f"{_letters(who.surname)} {_letters(who.given_name)}".strip() or _letters(who.organisation)


def _places(address: str) -> frozenset[str]:
    """Names, shortened, and house numbers of an address; what kind of place they name does not count."""
    parts = {word.folded[:4] for word in words(address)}
    return frozenset(parts - _KINDS_OF_PLACES)


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", fold_word(name))


def _skeleton(letters: str) -> str:
    """The first letter and the consonants: vowels are what is misheard and misspelled."""
    return letters[:1] + _VOWELS.sub("", letters[1:])


def _one_letter_apart(a: str, b: str) -> bool:
    """One letter changed, missing or added, or two neighbours exchanged; not for very short names."""
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    head = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rests = ((a[head + 1 :], b[head + 1 :]), (a[head + 1 :], b[head:]), (a[head:], b[head + 1 :]))
    exchanged = a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]
    return exchanged or any(x == y for x, y in rests)


def _differ(one: str, other: str) -> bool:
    """Both are given and are not the same: one alone may have been changed by its owner."""
    return bool(one and other and one != other)


def _hashed(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1
