"""Code -> word for the columns whose codes mean something; the codes themselves are those of data/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kairyluu.data.reference.models import Outcome, UrgentClass
from kairyluu.data.reference.provenance import Status
from kairyluu.design.wording import KINDS, ROLES
from kairyluu.notices.catalogue import KINDS as LETTERS
from kairyluu.notices.letter import render
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import sort_key

Words = Mapping[str, Any]
# Words that are rows themselves are asked for when the page is drawn.
Source = Words | Callable[[], Words]

STATUS: Words = {
    Status.VERIFIED: _("read in a public source"),
    Status.SEED: _("from a founding document"),
    Status.UNVERIFIED: _("to be confirmed"),
    Status.SAMPLE: _("sample"),
}
ROLE: Words = {code: word.text for code, word in ROLES.items()}
APPEAL_KIND: Words = {code: word.text for code, word in KINDS.items()}
LANGUAGE: Words = dict(settings.LANGUAGES)
LANGUAGES: Words = {
    codes: ", ".join(str(LANGUAGE[code]) for code in codes.split("|"))
    for codes in ("ky|ru", "ky|ru|en", "ky", "ru")
}
SYSTEM_KIND: Words = {
    "none": _("nothing is sent"),
    "files": _("numbered packages of files"),
    "bucket": _("numbered packages in an S3 bucket"),
    "http": _("a system at an address"),
    "xroad": _("X-Road (Tunduk)"),
}
SECURITY: Words = {
    "tls": _("TLS from the first byte (port 993)"),
    "starttls": _("STARTTLS (port 143)"),
    "plain": _("none: only to this machine itself"),
}
PARTICIPATION: Words = {
    "mandatory": _("takes part by law"),
    "by_agreement": _("by agreement, which has not been made yet"),
    "agreed": _("by agreement, which has been made"),
}
ANSWER_CHECK: Words = {
    "block": _("the answer cannot be signed"),
    "reason": _("a written reason is enough"),
}
TERRITORY_KIND: Words = {
    "oblast": _("oblast"),
    "city_republican": _("city of the republic"),
    "district": _("district"),
    "city_district": _("district of a city"),
    "city": _("city"),
}
BODY_KIND: Words = {
    "government_apparatus": _("Administration of the President or apparatus of the Government"),
    "ministry": _("ministry"),
    "state_committee": _("state committee"),
    "state_agency": _("state agency"),
    "administrative_agency": _("administrative agency"),
    "plenipotentiary_representation": _("plenipotentiary representation in an oblast"),
    "district_administration": _("district state administration"),
    "city_hall": _("city hall"),
    "aiyl_okmotu": _("aiyl okmotu"),
    "law_enforcement": _("law-enforcement body"),
    "oversight": _("oversight body"),
}
FAMILY: Words = {
    "registration": _("registration"),
    "consideration": _("consideration"),
    "extension": _("extension"),
    "forwarding": _("forwarding to the body it belongs to"),
    "applicant_notice": _("notice to the applicant"),
    "urgent_report": _("urgent report"),
    "urgent_ack": _("acknowledgement of an urgent report"),
}
MOVED: Words = {
    **FAMILY,
    "question": _("question to the applicant"),
    "control_request": _("request of who controls"),
    "handover": _("forwarding that was done"),
}
UNIT: dict[str, Any] = {
    "working_days": _("working days"),
    "calendar_days": _("calendar days"),
    "minutes": _("minutes"),
    "clock": _("hours and minutes"),
}
SETTING_UNIT: Words = UNIT | {
    "characters": _("characters"),
    "files": _("files"),
    "hour": _("hour of the day"),
    "megabytes": _("megabytes"),
    "formats": _("kinds of files"),
    "people": _("people"),
    "share": _("share of one"),
    "term": _("code of a term"),
    "times": _("times"),
    "pattern": _("pattern"),
    "yes_no": _("yes or no"),
    "per_cent": _("per cent"),
    "words": _("words"),
    "block_or_reason": _("block or reason"),
    "telephones": _("telephones"),
    "telephone": _("telephone"),
    "attempts": _("attempts"),
    "appeals": _("appeals"),
    "answers": _("answers"),
    "month_day": _("month and day"),
    "day": _("day"),
    "weeks": _("weeks"),
    "years": _("years"),
    "rule": _("rule of rounding"),
    "body": _("code of a body"),
    "roles": _("codes of posts"),
    "language": _("language"),
}
COUNTS_FROM: Words = {
    "receipt": _("receipt"),
    "registration": _("registration"),
    "consideration_due": _("the end of the term of consideration"),
    "record_saved": _("the saving of the record"),
    "urgent_report": _("urgent report"),
}
FIRST_DAY: Words = {"day_after": _("the next day"), "same_moment": _("the same moment")}
ROLL: Words = {"none": _("the end stays"), "next_working_day": _("moves to the next working day")}
DAY_KIND: Words = {
    "holiday": _("holiday"),
    "day_off_by_decision": _("day off by decision"),
    "working_day_by_decision": _("working day by decision"),
    "shortened": _("shortened working day"),
}
CHANNEL_FORM: Words = {
    "electronic": _("electronic"),
    "written": pgettext_lazy("form of an appeal", "written"),
    "oral": pgettext_lazy("form of an appeal", "oral"),
}
BLOCK_A: Words = {name: CHANNEL_FORM[name] for name in ("written", "oral")}
BLOCK_C: Words = {
    "electronic": _("electronic"),
    "president_apparatus": _("from the apparatus of the President"),
    "jogorku_kenesh": _("from the Jogorku Kenesh"),
    "pm_public_reception": _("personal reception in the public reception"),
    "abroad": _("from abroad"),
    "other": _("other sources"),
}
BLOCK_D: Words = {
    "written_electronic": _("written and electronic"),
    "public_reception": _("public receptions"),
    "trust_telephone": _("trust telephones"),
    "legal_consultation": _("legal consultations"),
    "radio": _("radio"),
}
OUTCOME_GROUP: Words = {
    "result": _("result of the consideration"),
    "finding": _("finding about the complaint"),
    "control": _("control"),
    "measure": _("measure against an official"),
}
REPORT_BLOCK: Words = {"H": _("results"), "J": _("measures against officials")}
NOTICE_TO_APPLICANT: Words = {
    "yes": _("always"),
    "no": _("not told"),
    "if_contact_known": _("when an address or telephone is known"),
}
PAGE: Words = {
    "instruction": _("instruction"),
    "act": _("the act the portal stands on"),
    "help": _("help"),
    "hotlines": _("trust telephones"),
    "about-terms": _("about the terms"),
    "privacy": _("personal data"),
    "accessibility": _("accessibility"),
}
TOLD_OF_ALARM: Words = {
    "head": _("the head"),
    "deputy": _("the deputies"),
    "duty": _("the duty list"),
    "superior": _("the superior body"),
}
URGENT_PART: Words = {
    "deed": _("the deed"),
    "context": _("whom or what it is done to"),
    "sign": _("a sign that it is real"),
    "calm": _("what speaks against it"),
}
MATTER: Words = {
    "terror": _("acts of terror"),
    "person": _("crimes against a person"),
    "property": _("crimes against property"),
    "office": _("crimes of officials"),
    "crime": _("other crimes"),
}
WAY: Words = {
    "exchange": _("the exchange of documents"),
    "email": _("e-mail"),
    "telephone": _("telephone"),
    "letter": _("a printed letter"),
}
CLOCK: Words = {"clock": _("by the clock, day and night")}
YES_NO: Words = {"yes": _("Yes"), "no": _("No")}
NOTICE_CHANNEL = {"email": _("e-mail"), "sms": _("SMS"), "telegram": _("Telegram"), "push": _("browser")}


def urgent_classes() -> Words:
    """Every group of classes a word may point to."""
    language = get_language() or "ky"
    names = {one.code: one.name(language) for one in UrgentClass.objects.order_by("code")}
    groups = [group for n in range(1, len(names) + 1) for group in combinations(sorted(names), n)]
    return {"|".join(group): "; ".join(names[code] for code in group) for group in groups}


def outcomes() -> Words:
    """The names of the outcomes in the language of the page."""
    language = get_language() or "ky"
    return {outcome.code: outcome.name(language) for outcome in Outcome.objects.all()}


def notices() -> Words:
    """A letter is called by its subject, without what is filled in."""
    language = get_language() or "ky"
    return {
        code: render(code, language, dict.fromkeys(kind.sample, "…")).subject
        for code, kind in LETTERS.items()
    }


def places() -> Words:
    """Where a day of its own may hold: territories, then bodies, each by name."""
    known, language = directory(), (get_language() or "ky")[:2]
    territories = {code: row.name(language) for code, row in known.territories.items()}
    bodies = {code: row.name(language) for code, row in known.bodies.items()}
    return _by_name(territories) | _by_name(bodies)


def _by_name(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1])))
