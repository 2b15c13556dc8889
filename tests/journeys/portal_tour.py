"""Every page of the portal and the cabinet, one after the other, with appeals in several states."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

from playwright.sync_api import Page

from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.faces.portal.texts import TEXTS
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.people.save_draft import SaveDraft, save_draft
from tests.cast import NOW
from tests.factories import appeals
from tests.journeys.filling import PNG, fill_in, open_form
from tests.journeys.refusing import refused
from tests.journeys.walking import Site, enter

Seen = Iterator[tuple[str, Page]]
READING = (
    *("/", "/heads/", "/heads/?q=xyz", "/bodies/da-o-alai/", "/bodies/ao-o-alai-lenin/", "/statistics/"),
    *("/statistics/regions/", "/statistics/about/"),
)


def portal(site: Site, page: Page) -> Seen:
    yield from _reading(page)
    yield from _sending(page)
    yield from _tracking(site, page)
    page.goto("/no-such-page/")
    yield "404", page


def _reading(page: Page) -> Seen:
    for path in (*READING, *(f"/{slug}/" for slug in TEXTS), "/receipt/"):
        page.goto(path)
        yield path.strip("/").replace("/", "-") or "home", page


def _sending(page: Page) -> Seen:
    page.goto("/submit/")
    yield "instruction-first", page
    page.locator("main form button.big").click()
    yield "instruction-missing", page
    open_form(page)
    yield "submit", page
    page.locator("button[name=widen]").click()
    page.wait_for_selector("#cosigners")
    page.locator("form.read button.big[name=review]").click()
    page.wait_for_selector(".error-summary")
    yield "submit-errors", page
    fill_in(page, subject="СУУ ЖОК", text="СУУ ЖОК. ОҢДОП БЕРИҢИЗДЕР")
    page.locator("#file").set_input_files({"name": "сүрөт.png", "mimeType": "image/png", "buffer": PNG})
    page.locator("form.read button.big[name=review]").click()
    page.wait_for_selector("form[action='/submit/send/']")
    yield "review", page
    page.locator("form.read button.big:not([name])").click()
    page.wait_for_url("**/receipt/")
    yield "receipt", page


def _tracking(site: Site, page: Page) -> Seen:
    page.goto("/track/")
    yield "track", page
    page.locator("main form button").click()
    page.wait_for_selector(".error-summary")
    yield "track-wrong", page
    made = {
        "received": appeals.received(site.town),
        "in-work": appeals.assigned(site.town),
        "answered": appeals.answered(site.town),
        "refused": refused(site.town),
    }
    for state, appeal in made.items():
        _scan(page, appeal)
        yield f"track-{state}", page
    page.goto(f"/check/{Answer.objects.get(appeal=made['answered']).verification_code}/")
    yield "check", page
    page.goto("/check/ABCD-EFGH/")
    yield "check-unknown", page


def _scan(page: Page, appeal: Appeal) -> None:
    secret = secret_for(appeal.submission_key).replace(" ", "")
    page.goto(f"/t/{appeal.tracking_number}/{secret}/")


def doors(site: Site, page: Page) -> Seen:
    for path in ("login", "signup", "password/reset"):
        page.goto(f"/account/{path}/")
        yield path.replace("/", "-"), page
        page.locator("main form:not([data-passkey]) button").last.click()
        page.wait_for_selector(".error-summary")
        yield f"{path.replace('/', '-')}-errors", page
    for path in ("confirm-email", "confirm-email/x:y:z", "password/reset/done", "password/reset/key/1-x"):
        page.goto(f"/account/{path}/")
        yield path.replace("/", "-").replace(":", ""), page
    page.goto("/account/password/reset/key/done/")
    yield "password-changed", page


def cabinet(site: Site, page: Page) -> Seen:
    enter(page, site.town.stranger, site.address)
    page.goto("/cabinet/")
    yield "empty", page
    mine = site.town.citizen.actor
    for make in (appeals.received, appeals.registered, appeals.answered):
        make(site.town, actor=mine)
    key = uuid4()
    fields = {"subject": "Көпүрө бузулган", "body": site.town.body.code}
    save_draft(SaveDraft(submission_key=key, fields=fields), actor=mine, now=NOW)
    enter(page, site.town.citizen, site.address)
    for path in ("", "appeals/", "adopt/", "profile/", f"drafts/{key}/delete/"):
        page.goto(f"/cabinet/{path}")
        yield path.split("/")[0] or "home", page
    for path in ("adopt", "profile"):
        page.goto(f"/cabinet/{path}/")
        page.locator("main form input:visible").first.fill("")
        page.locator("main form button").last.click()
        page.wait_for_selector(".error-summary")
        yield f"{path}-errors", page
    for path in ("email", "password/change", "reauthenticate", "logout"):
        page.goto(f"/account/{path}/")
        yield path.replace("/", "-"), page
