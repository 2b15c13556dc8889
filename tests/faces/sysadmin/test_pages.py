"""The system administration as the technical operator and everyone else meets it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account
from kairyluu.data.reference.models import Setting, Topic
from kairyluu.faces.sysadmin.site import site
from kairyluu.faces.sysadmin.urls import urlpatterns
from tests.cast import NOW, STAFF, Member, Town
from tests.factories.appeals import received

HOME = "/sysadmin/"
assert urlpatterns  # every table has registered itself


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.account)
    return client


@pytest.fixture
def operator(town: Town) -> Client:
    return signed_in(town.operator_of_the_system)


def change(client: Client, row: object, **values: object) -> str:
    """Sends the change form of a row with some values changed; gives the page back, empty when it was saved."""
    meta = type(row)._meta  # type: ignore[attr-defined]
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])  # type: ignore[attr-defined]
    form = client.get(address).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in (sent | values).items() if value not in (None, False)}
    answer = client.post(address, sent)
    return "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize("model", site._registry, ids=lambda model: model._meta.model_name)
def test_every_list_and_form_opens(town: Town, operator: Client, model: type) -> None:
    meta = model._meta  # type: ignore[attr-defined]
    base = f"admin:{meta.app_label}_{meta.model_name}"

    assert operator.get(reverse(f"{base}_changelist")).status_code == 200
    row = model._default_manager.first()  # type: ignore[attr-defined]
    if row is not None:
        assert operator.get(reverse(f"{base}_change", args=[row.pk])).status_code == 200
        assert operator.get(reverse(f"{base}_history", args=[row.pk])).status_code == 200


def test_no_appeal_is_to_be_found(town: Town, operator: Client) -> None:
    received(town)

    page = operator.get(HOME).content.decode()

    assert not [m for m in site._registry if m._meta.app_label in ("appeals", "journal", "calls")]
    assert "Айылда таза суу жок" not in page
    assert operator.get(HOME + "appeals/appeal/").status_code == 404


@pytest.mark.parametrize("who", [name for name in STAFF if name != "operator_of_the_system"] + ["citizen"])
def test_nobody_else_comes_in(town: Town, who: str) -> None:
    answer = signed_in(getattr(town, who)).get(HOME + "reference/setting/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(HOME + "login/")


def test_what_is_to_be_confirmed_is_shown_so(town: Town, operator: Client) -> None:
    operator.cookies["til"] = "en"
    page = operator.get(HOME + "reference/setting/?q=subject_limit").content.decode()

    assert Setting.objects.get(code="subject_limit").status == "unverified"
    assert "subject_limit" in page
    assert "status__exact=unverified" in page


def test_an_edit_is_remembered_in_the_row_the_journal_and_the_history(town: Town, operator: Client) -> None:
    setting = Setting.objects.get(code="text_limit")

    assert change(operator, setting, value="6000") == ""

    setting.refresh_from_db()
    entry = Entry.objects.get(act="edit_reference")
    assert (setting.value, setting.edited_fields) == ("6000", ["value"])
    assert entry.facts == {"table": "setting", "row": "text_limit", "fields": ["value"]}
    assert entry.actor_account == town.operator_of_the_system.account.pk
    assert operator.get(reverse("admin:reference_setting_history", args=[setting.pk])).context["action_list"]


def test_a_row_made_here_is_left_alone_by_loading(town: Town, operator: Client) -> None:
    names = {"name_ky": "Өз", "name_ru": "Свой", "name_en": "Own"}
    sent = {"code": "own", "status": "unverified", "is_active": "on", **names}

    assert operator.post(reverse("admin:reference_topic_add"), sent).status_code == 302

    assert "is_active" in Topic.objects.get(code="own").edited_fields


def test_the_file_may_have_its_way_again(town: Town, operator: Client) -> None:
    setting = Setting.objects.get(code="text_limit")
    Setting.objects.filter(pk=setting.pk).update(edited_fields=["value"], differs={"value": "5000"})

    page = operator.get(HOME + "reference/setting/?q=text_limit").content.decode()
    operator.post(HOME + "reference/setting/", {"action": "follow_file", "_selected_action": [setting.pk]})

    assert "«5000»" in page
    assert Setting.objects.get(pk=setting.pk).edited_fields == []


def test_nothing_can_be_deleted(town: Town, operator: Client) -> None:
    for model, admin in site._registry.items():
        address = f"admin:{model._meta.app_label}_{model._meta.model_name}_delete"
        row = model._default_manager.first()
        if row is not None:
            assert operator.post(reverse(address, args=[row.pk]), {"post": "yes"}).status_code == 403
        assert "delete_selected" not in (admin.actions or ())


def test_a_moved_body_takes_its_subtree_along(town: Town, operator: Client) -> None:
    assert change(operator, town.body, parent=town.ministry.pk) == ""

    assert Body.objects.get(pk=town.foreign_body.pk).path == "min-labour/da-o-alai/ao-o-alai-sary-tash/"


def test_who_runs_the_system_gets_no_post_that_reads(town: Town, operator: Client) -> None:
    assert town.operator_of_the_system.official is not None
    assert town.akim.post is not None
    sent = {
        "official": town.operator_of_the_system.official.pk,
        "post": town.akim.post.pk,
        "starts_on": "2026-03-01",
    }

    answer = operator.post(reverse("admin:agencies_tenure_add"), sent)

    assert answer.status_code == 200
    assert Tenure.objects.filter(official=town.operator_of_the_system.official).count() == 1


def test_who_reads_appeals_does_not_run_the_system(town: Town, operator: Client) -> None:
    page = change(operator, town.registrar.account, is_staff="on")

    assert page
    assert not Account.objects.get(pk=town.registrar.account.pk).is_staff


def test_a_password_is_set_and_never_shown(town: Town, operator: Client) -> None:
    account = town.registrar.account

    assert (
        "md5$" not in operator.get(reverse("admin:people_account_change", args=[account.pk])).content.decode()
    )
    assert change(operator, account, new_password="short")
    assert change(operator, account, new_password="a-long-new-password") == ""

    account.refresh_from_db()
    assert account.check_password("a-long-new-password")
    assert "a-long-new-password" not in str(list(Entry.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize(
    ("language", "word"),
    [("ky", "Тутумду башкаруу"), ("ru", "Управление системой"), ("en", "System administration")],
)
def test_the_first_page_speaks_three_languages(
    town: Town, operator: Client, language: str, word: str
) -> None:
    operator.cookies["til"] = language

    assert f"<h1>{word}</h1>" in operator.get(HOME).content.decode()
