"""The texts of the portal: complete in three languages, plain Markdown, and of one mind with the settings."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

CONTENT = Path(__file__).resolve().parents[2] / "data" / "content"
SLUGS = ("about-terms", "accessibility", "act", "help", "hotlines", "instruction", "privacy")
LANGUAGES = ("ky", "ru", "en")
PAGES = [(slug, language) for slug in SLUGS for language in LANGUAGES]


def read(slug: str, language: str) -> tuple[dict[str, str], str]:
    """The front matter and the body of a text."""
    _, head, body = (CONTENT / slug / f"{language}.md").read_text(encoding="utf-8").split("---\n", 2)
    pairs = (line.partition(": ") for line in head.splitlines())
    return {key: value for key, _, value in pairs}, body


def settings() -> dict[str, str]:
    with (CONTENT.parent / "settings.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["value"] for row in csv.DictReader(lines)}


def test_there_are_these_texts_and_no_others() -> None:
    found = sorted(str(path.relative_to(CONTENT)) for path in CONTENT.rglob("*.*"))

    assert found == sorted(f"{slug}/{language}.md" for slug, language in PAGES)


@pytest.mark.parametrize(("slug", "language"), PAGES)
def test_a_text_says_its_version_and_its_source(slug: str, language: str) -> None:
    head, body = read(slug, language)

    assert set(head) == {"title", "version", "effective_from", "status", "source"}
    assert all(head.values())
    assert head["status"] in ("seed", "verified", "unverified")
    assert dt.date.fromisoformat(head["effective_from"])
    assert len(body.strip()) > 300


@pytest.mark.parametrize(("slug", "language"), PAGES)
def test_a_text_is_plain_markdown_under_the_heading_of_its_page(slug: str, language: str) -> None:
    _, body = read(slug, language)

    assert re.findall(r"^# ", body, flags=re.MULTILINE) == []
    assert re.findall(r"[<>]|\{\{|```|!\[", body) == []
    assert all(
        target in SLUGS or target.startswith("https://") for target in re.findall(r"\]\(([^)]*)\)", body)
    )


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "act"])
def test_the_three_languages_have_the_same_parts(slug: str) -> None:
    shapes = {
        tuple(re.findall(r"^(#+|-|\d+\.) ", read(slug, language)[1], re.MULTILINE)) for language in LANGUAGES
    }

    assert len(shapes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instruction_names_the_limits_in_force(language: str) -> None:
    _, body = read("instruction", language)
    limits = settings()

    for code in ("text_limit", "file_count", "file_size_mb"):
        assert re.search(rf"\b{limits[code]}\b", body), code
    assert all(kind.upper() in body for kind in limits["file_formats"].split("|"))


@pytest.mark.parametrize("slug", ["help", "accessibility"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_support_telephones_are_those_of_the_settings(slug: str, language: str) -> None:
    _, body = read(slug, language)

    assert all(phone in body for phone in settings()["support_phones"].split("|"))


def test_the_act_stands_in_kyrgyz_under_its_bilingual_heading() -> None:
    _, body = read("act", "ky")
    clauses = re.findall(r"^(\d)\. ", body, re.MULTILINE)

    assert "## ТОКТОМ / ПОСТАНОВЛЕНИЕ" in body
    assert "2014 –жылдын 11- августу, № 463" in body
    assert clauses == list("123456789")
    # The faults of the published text are kept: this is a quotation.
    assert "Примьер-министри" in body


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_other_languages_say_that_the_act_is_kyrgyz(language: str) -> None:
    _, body = read("act", language)

    assert "463" in body
    assert "2014" in body
    assert ("кыргызском" if language == "ru" else "Kyrgyz") in body
