import csv
from pathlib import Path

import pytest

from kairyluu.rules import channels
from kairyluu.rules.channels import Channel

with (Path(__file__).parents[2] / "data" / "channels.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
PUBLISHED = {
    row["code"]: Channel(**{key: row[key] for key in ("code", "form", "block_a", "block_c", "block_d")})
    for row in ROWS
}


def test_electronic_appeal_counts_as_written_in_the_total():
    assert PUBLISHED["portal"].counted_as == "written"
    assert Channel(code="new_robot", form=channels.ELECTRONIC).counted_as == "written"
    assert Channel(code="new_line", form=channels.ORAL).counted_as == "oral"


@pytest.mark.parametrize("channel", PUBLISHED.values(), ids=lambda channel: channel.code)
def test_published_row_agrees_with_its_form(channel):
    assert channel.counted_as == ("oral" if channel.is_oral else "written")
    assert not (channel.is_oral and channel.has_paper_original)


def test_channels_the_program_chooses_are_in_the_published_list():
    assert {channels.PORTAL, channels.TRUST_TELEPHONE, channels.FROM_OTHER_BODY} <= PUBLISHED.keys()


def test_only_the_portal_and_programs_are_not_typed_in_by_staff():
    by_itself = [code for code, channel in PUBLISHED.items() if not channel.is_entered_by_staff]
    assert by_itself == list(channels.BY_ITSELF)


def test_paper_is_kept_for_post_but_not_for_a_call():
    assert PUBLISHED["post"].has_paper_original
    assert PUBLISHED["trust_telephone"].is_oral


def test_unknown_form_is_refused():
    with pytest.raises(channels.UnknownForm):
        Channel(code="pigeon", form="flying")
