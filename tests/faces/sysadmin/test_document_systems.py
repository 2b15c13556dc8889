"""The technical operator says how a body's document system is reached, and tries it; what is secret stays so."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.usecases.documents.connecting import connection_of
from tests.cast import Town
from tests.factories import exchange
from tests.inspecting import text_of

LIST = "/sysadmin/exchange/documentsystem/"
SECRET = "kept-under-the-seal"


def row_of(town: Town, **values: Any) -> dict[str, Any]:
    names = ("address", "service", "client", "bucket", "access_key", "enters_as", "resolves_as", "drafts_as")
    return {"body": town.body.pk} | dict.fromkeys(names, "") | values


def test_a_secret_is_sealed_and_never_shown_and_an_empty_one_keeps_it(town: Town) -> None:
    client = Client()
    client.force_login(town.operator_of_the_system.account)
    row = exchange.system(town, "none", "")
    page = f"{LIST}{row.pk}/change/"
    bucket = row_of(town, kind="bucket", bucket="kyzmat", access_key="AK", secret=SECRET)

    assert client.post(page, bucket).status_code == 302
    assert (
        client.post(page, bucket | {"secret": "", "enters_as": town.registrar.official.pk}).status_code == 302
    )  # type: ignore[union-attr]

    kept = DocumentSystem.objects.select_related("body").get()
    assert connection_of(kept).secret == SECRET
    assert SECRET.encode() not in bytes(kept.sealed_secret)
    assert SECRET not in client.get(page).content.decode()
    assert kept.enters_as == town.registrar.official


def test_names_of_xroad_are_checked_and_the_way_is_tried(town: Town, settings: Any, tmp_path: Any) -> None:
    client = Client()
    client.force_login(town.operator_of_the_system.account)
    row = exchange.system(town, "files", "")
    page = f"{LIST}{row.pk}/change/"

    wrong = client.post(
        page, row_of(town, kind="xroad", address="http://ss.example", service="a/b", client="a/b/c/d")
    )
    assert wrong.status_code == 200
    assert "X-Road аталышындай" in text_of(wrong.content)

    settings.DOCUMENT_FOLDER = str(tmp_path)
    assert "Байланыш бар" in text_of(client.post(f"{LIST}{row.pk}/try/", follow=True).content)
    (tmp_path / "a-file").write_text("")
    settings.DOCUMENT_FOLDER = str(tmp_path / "a-file")
    assert "Байланыш ачык эмес" in text_of(client.post(f"{LIST}{row.pk}/try/", follow=True).content)
