"""The first sheet of an XLSX is read as a library for workbooks reads it, and what is no workbook is said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from kairyluu.rules.legacy.cells import plain
from kairyluu.usecases.legacy.files import FileNotReadable, open_sheet

BOOK = """<x:workbook xmlns:x="m" xmlns:r="o"><x:workbookPr date1904="1"/><x:sheets>
<x:sheet name="a" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>"""
LINKS = '<Relationships xmlns="p"><Relationship Id="rId7" Target="/xl/sheets/one.xml"/></Relationships>'
STYLES = """<styleSheet xmlns="m"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="170"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"""
SHARED = """<sst xmlns="m"><si><t>Рег. №</t></si><si><r><t>Дата </t></r><r><t>поступления</t></r><rPh><t>да</t></rPh></si></sst>"""
SHEET = """<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c>
</x:row><x:row><x:c t="inlineStr"><x:is><x:t>К-1</x:t></x:is></x:c><x:c/><x:c s="1"><x:v>41638</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c>
<x:c><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"""
PARTS = {
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": LINKS,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": SHARED,
    "xl/sheets/one.xml": SHEET,
}


def package(file: Path, **changed: str) -> Path:
    with ZipFile(file, "w") as opened:
        for name, text in PARTS.items():
            opened.writestr(name, changed.get(Path(name).stem, text))
    return file


def lines_of(file: Path) -> list[list[str]]:
    with open_sheet(file) as sheet:
        return list(sheet.lines)


def test_what_other_programs_write(tmp_path: Path) -> None:
    """Shared and rich texts, places left out, a day by its number since 1904, a saved value of a formula."""
    assert lines_of(package(tmp_path / "a.xlsx")) == [
        [],
        ["Рег. №", "", "Дата поступления"],
        ["К-1", "", "2017-12-31", "TRUE", "2"],
    ]


def test_the_same_as_a_library_reads(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    moment = dt.datetime(2019, 1, 2, 10, 30)  # noqa: DTZ001 - a sheet knows no zone
    days = [dt.date(2019, 12, 31), moment, dt.date(1991, 8, 31)]
    sheet.append(["№", *days, 5, 2.5, None, 12345678901234, True, "а\nб  в", "=1+1", "007", ""])
    sheet["AB7"] = "край"
    book.save(tmp_path / "b.xlsx")

    ours = lines_of(tmp_path / "b.xlsx")

    theirs = load_workbook(tmp_path / "b.xlsx", data_only=True).worksheets[0].iter_rows(values_only=True)
    for own, other in zip(ours, theirs, strict=True):
        assert own + [""] * (28 - len(own)) == [
            plain(cell).upper() if isinstance(cell, bool) else plain(cell) for cell in other
        ]


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "<worksheet><sheetData>",
        BOMB,
        '<worksheet><row r="99999999"/></worksheet>',
        '<worksheet><row><c r="ZZZZ1"><v>1</v></c></row></worksheet>',
        '<worksheet><row><c t="s"><v>99</v></c></row></worksheet>',
        "<worksheet><row><c><v>x</v></c></row></worksheet>",
    ],
)
def test_a_broken_sheet_is_said(sheet: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        lines_of(package(tmp_path / "a.xlsx", one=sheet))


@pytest.mark.parametrize("book", ["", "<workbook/>", BOOK.replace("rId7", "rId8")])
def test_a_book_without_a_sheet_is_said(book: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        lines_of(package(tmp_path / "a.xlsx", workbook=book))


def test_no_package_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 but no more")

    with pytest.raises(FileNotReadable):
        lines_of(tmp_path / "a.xlsx")
