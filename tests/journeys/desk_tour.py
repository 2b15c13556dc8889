"""Every page of the desk, of oversight and of the system administration, each before the eyes of who works there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from django.urls import reverse
from playwright.sync_api import Page

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.outbox.models import Notice
from kairyluu.faces.sysadmin.site import site as administration
from kairyluu.faces.sysadmin.urls import urlpatterns
from tests.cast import Member, Town
from tests.factories import administration as rows_of_tables
from tests.factories import appeals
from tests.journeys.refusing import REASON, refused
from tests.journeys.walking import Site, enter

assert urlpatterns  # every table has registered itself
Seen = Iterator[tuple[str, Page]]
FEW = 6
LANGUAGES = ("ky", "ru", "en")
LISTS = ("inbox/", "lists/all/", "lists/all/?q=zzzz", "register-book/", "search/?q=суу", "take-in/")


def desk(site: Site, page: Page) -> Seen:
    made = _appeals(site.town)
    yield from _lists(site, page, made)
    for who, state in CASES:
        enter(page, getattr(site.town, who), site.address)
        page.goto(_case(made[state]))
        yield f"case-{state}-{who}", page
    yield from _papers(site, page, made)
    yield from _doors(site, page, made)


CASES = (
    ("registrar", "received"),
    ("akim", "registered"),
    ("executor", "assigned"),
    ("co_executor", "assigned"),
    ("executor", "returned"),
    ("akim", "awaiting"),
    ("registrar", "signed"),
    ("registrar", "answered"),
    ("registrar", "refused"),
    ("overseer", "assigned"),
)


def _appeals(town: Town) -> dict[str, Appeal]:
    return {
        "received": appeals.received(town),
        "registered": appeals.registered(town),
        "assigned": appeals.assigned(town, with_co_executor=True),
        "returned": appeals.returned(town),
        "awaiting": appeals.awaiting_signature(town),
        "signed": appeals.signed(town),
        "answered": appeals.answered(town),
        "refused": refused(town),
    }


def _case(appeal: Appeal, act: str = "") -> str:
    return f"/desk/appeals/{appeal.pk}/{act}"


def _lists(site: Site, page: Page, made: dict[str, Appeal]) -> Seen:
    enter(page, site.town.registrar, site.address)
    for path in LISTS:
        page.goto(f"/desk/{path}")
        yield path.partition("?")[0].strip("/").replace("/", "-") + ("-empty" if "zzzz" in path else ""), page
    page.locator("main form .actions button").click()
    page.wait_for_selector(".error-summary")
    yield "take-in-errors", page
    page.goto(_case(made["received"], "refuse/"))
    yield "refuse", page
    page.locator("#refuse-reason").fill(REASON)
    page.locator("[name=ground]").first.evaluate(
        "e => e.tagName === 'SELECT' ? e.selectedIndex = 1 : e.click()"
    )
    page.locator("main form .actions button").first.click()
    page.wait_for_selector("[name=confirm]", state="attached")
    yield "refuse-confirm", page


def _papers(site: Site, page: Page, made: dict[str, Appeal]) -> Seen:
    enter(page, site.town.executor, site.address)
    page.goto(_case(made["returned"], "letter/"))
    yield "letter", page
    page.goto(_case(made["assigned"]))
    page.locator("#draft_answer-text").fill("")
    page.locator(f"button[formaction='{_case(made['assigned'], 'submit/')}']").click()
    page.wait_for_selector(".error-summary")
    yield "draft-errors", page


def _doors(site: Site, page: Page, made: dict[str, Appeal]) -> Seen:
    for who in ("foreign_registrar", "operator_of_the_system"):
        enter(page, getattr(site.town, who), site.address)
        page.goto(_case(made["assigned"]))
        yield f"refused-{who}", page
    enter(page, site.town.overseer, site.address)
    page.goto(f"/desk/lists/all/?body={site.town.body.code}")
    yield "list-from-above", page


def watch(site: Site, page: Page) -> Seen:
    _appeals(site.town)
    watchers: dict[str, Member] = {
        name: getattr(site.town, name) for name in ("overseer", "portal_owner", "execution_controller")
    }
    for name, member in watchers.items():
        enter(page, member, site.address)
        page.goto("/watch/")
        yield name, page


def sysadmin(site: Site, page: Page) -> Seen:
    """Of every table the list and the form of a row, which is that of a new one too. Rows of a list are drawn alike, so few are; the
    same templates draw all tables, so each is looked at in one of the languages."""
    rows_of_tables.fill_the_empty_tables(site.town.body)
    enter(page, site.town.operator_of_the_system, site.address)
    page.goto("/sysadmin/")
    yield "home", page
    page.goto(f"/sysadmin/agencies/body/{site.town.body.pk}/opening/")
    yield "opening", page
    page.goto(f"/sysadmin/agencies/body/{site.town.body.pk}/history/")
    yield "history", page
    first = LANGUAGES.index(page.locator("html").get_attribute("lang") or "")
    for model, admin in list(administration._registry.items())[first :: len(LANGUAGES)]:
        with patch.object(admin, "list_per_page", FEW):
            yield from _table(page, model)


def _table(page: Page, model: Any) -> Seen:
    name = model._meta.model_name
    base = f"admin:{model._meta.app_label}_{name}"
    page.goto(reverse(f"{base}_changelist"))
    yield f"{name}-list", page
    if model is Notice:  # nothing of a letter is shown but its line in the list
        return
    row = model._default_manager.first()
    page.goto(reverse(f"{base}_change", args=[row.pk]))
    yield f"{name}-form", page
