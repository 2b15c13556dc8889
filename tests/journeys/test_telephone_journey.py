"""At the trust telephone, by keyboard: the sample story in twelve keys and its words; a link that is lost in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call, JournalEntry
from tests.factories.calls import NUMBER, STORY
from tests.journeys.walking import Site, cut_off

pytestmark = pytest.mark.browser


# What lies in this browser as it lies there: the names of the records and their bytes read as text.
KEPT = """async () => {
  const base = await new Promise((done) => { const asked = indexedDB.open("kairyluu-console"); asked.onsuccess = () => done(asked.result); });
  if (!base.objectStoreNames.length) return base.close();
  const rows = await new Promise((done) => { const asked = base.transaction("calls").objectStore("calls").getAll(); asked.onsuccess = () => done(asked.result); });
  base.close();
  return rows.map((row) => new TextDecoder().decode(row.data));
}"""


class Keyboard:
    """Counts keys pressed; words typed are the story's and are not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.n = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.n += 1

    def type(self, words: str) -> None:
        self.page.keyboard.insert_text(words)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name || document.activeElement.value"))


def test_from_opening_to_registered_in_twelve_keys(site: Site) -> None:
    page = site.member(site.town.operator)
    page.goto("/console/")
    keys = Keyboard(page)

    assert focused(page) == "number"
    keys.type(NUMBER)
    keys.press("Enter")
    page.wait_for_selector("#call")
    assert focused(page) == "said_name"
    keys.press("Enter")
    assert focused(page) == "said_post"
    keys.press("Enter")
    assert focused(page) == "name"
    keys.type(STORY["name"])
    keys.press("Enter")
    assert focused(page) == "home_address"
    keys.type(STORY["home_address"])
    keys.press("Enter")
    assert focused(page) == "text"
    keys.type(STORY["text"])
    keys.press("Tab")
    assert focused(page) == "read_back"
    keys.press("Enter")
    keys.press("Enter")

    expect(page.locator(".note.good")).to_contain_text("Катталды")
    assert keys.n <= 12, f"{keys.n} keys"
    appeal, call = Appeal.objects.get(), Call.objects.get()
    assert (appeal.text, appeal.channel.code) == (STORY["text"], "trust_telephone")
    assert appeal.applicants.get().phone == "+996700000004"
    assert all((call.said_name_at, call.said_post_at, call.read_back_at))
    assert JournalEntry.objects.get().serial == 1
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT) == [], "nothing of an ended call stays here"


def test_a_lost_link_loses_nothing_and_is_sent_once(site: Site) -> None:
    page = site.hasty_member(site.town.operator)
    page.goto("/console/")
    page.get_by_role("button", name="Чалууну ачуу").click()
    page.wait_for_selector("#call")
    page.fill("#c-text", "Электр зымы")
    expect(page.locator("#saving")).to_have_text("Сакталды", timeout=10_000)

    cut_off(page)
    page.fill("#c-text", "Электр зымы үйдүн үстүнөн өткөн")
    expect(page.locator("#saving")).to_contain_text("Байланыш жок", timeout=10_000)
    assert Call.objects.get().fields["text"] == "Электр зымы"
    page.fill("#c-name", "Сыналбаев Кадыр")
    page.context.set_offline(False)
    expect(page.locator("#saving")).to_have_text("Сакталды", timeout=10_000)
    page.wait_for_timeout(800)  # longer than twice its pause between sendings

    call = Call.objects.get()
    assert call.fields["text"] == "Электр зымы үйдүн үстүнөн өткөн"
    assert call.fields["name"] == "Сыналбаев Кадыр"
    assert call.version <= 4
    site.complaints[:] = [told for told in site.complaints if "ERR_INTERNET_DISCONNECTED" not in told]


def test_a_closed_browser_finds_its_words_again(site: Site) -> None:
    page = site.member(site.town.operator)
    page.goto("/console/")
    page.get_by_role("button", name="Чалууну ачуу").click()
    page.wait_for_selector("#call")
    page.fill("#c-text", "Жарым сүйлөм")
    page.goto(page.url)  # at once, before anything was sent

    expect(page.locator("#c-text")).to_have_value("Жарым сүйлөм")
    expect(page.locator("#saving")).to_have_text("Сакталды", timeout=10_000)
    assert Call.objects.get().fields["text"] == "Жарым сүйлөм"


OPENS = "kairyluu.faces.console.views.offline.open_call"


@pytest.fixture
def away() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def no_link(*_: object, **__: object) -> None:
    raise ConnectionError("there is no link")


def test_a_call_that_begins_without_a_connection_is_kept_encrypted_and_opened_once(
    site: Site, away: pytest.MonkeyPatch
) -> None:
    page = site.member(site.town.operator)
    page.goto("/console/")
    page.evaluate("navigator.serviceWorker.ready")

    cut_off(page)
    # What a page sends while it is being left or loaded slips through a link that the browser only pretends to have lost.
    away.setattr(OPENS, no_link)
    page.fill("#number", NUMBER)
    page.get_by_role("button", name="Чалууну ачуу").click()
    expect(page.locator("#c-phone")).to_have_value(NUMBER)
    page.fill("#c-text", STORY["text"])
    page.get_by_role("button", name="Кайрылуу катары каттоо").click()
    expect(page.locator("#saving")).to_contain_text("Байланыш жок")
    page.reload()
    expect(page.locator("#c-text")).to_have_value(STORY["text"])
    kept = page.evaluate(KEPT)
    assert kept
    assert not any("Электр" in row or "0700" in row for row in kept)
    assert Call.objects.count() == 0

    away.undo()
    page.context.set_offline(False)
    page.wait_for_url("**/console/calls/**")
    expect(page.locator("#c-text")).to_have_value(STORY["text"])
    expect(page.locator("#saving")).to_have_text("Сакталды", timeout=10_000)
    call = Call.objects.get()
    assert (call.number, call.fields["text"]) == ("+996700000004", STORY["text"])

    page.locator("#leave button").click()
    page.wait_for_url(lambda url: "/console/" not in url)
    assert page.evaluate("indexedDB.databases()") == []
    expected = ("ERR_INTERNET_DISCONNECTED", "/console/kept/")
    site.complaints[:] = [told for told in site.complaints if not any(word in told for word in expected)]
