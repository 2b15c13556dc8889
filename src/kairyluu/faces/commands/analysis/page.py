"""The analysis as one HTML file that stands alone: for a letter, for a printer, for another site."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from kairyluu.rules.analysis.drawing import Drawn, DrawnTable, Part

STYLE = mark_safe(  # our own words
    "body{font:16px/1.5 serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#16242c}"
    "h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;color:#0b566e;margin:1.8rem 0 .4rem}"
    "table{border-collapse:collapse;width:100%;font:14px/1.4 sans-serif}th,td{padding:.3rem .5rem;text-align:right;"
    "border-bottom:1px solid #c9d5da}th:first-child{text-align:left}thead th{background:#eef3f5}"
    "tfoot{font-weight:bold}.soft{color:#455661;font-size:.9rem;margin:.2rem 0}.scroll{overflow-x:auto}"
)


def page(drawn: Drawn) -> str:
    return format_html(
        '<!doctype html>\n<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width"><title>{}, {}</title><style>{}</style></head>\n<body><h1>{}</h1>'
        "<p><strong>{}</strong><br>{}</p>\n{}</body></html>\n",
        drawn.language,
        drawn.title,
        drawn.period,
        STYLE,
        drawn.title,
        drawn.body,
        drawn.period,
        format_html_join(
            "\n", "<section><h2>{}. {}</h2>{}{}</section>", map(_part, enumerate(drawn.parts, 1))
        ),
    )


def _part(numbered: tuple[int, Part]) -> tuple[int, str, SafeString, SafeString]:
    n, part = numbered
    text = format_html_join("", "<p>{}</p>", ((line,) for line in part.paragraphs))
    return n, part.title, text, _table(part.table) if part.table else SafeString("")


def _table(table: DrawnTable) -> SafeString:
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in table.columns))
    foot = _row([cell.text for cell in table.total]) if table.total else ""
    return format_html(
        '<div class="scroll"><table><thead><tr>{}</tr></thead><tbody>{}</tbody><tfoot>{}</tfoot></table></div>{}',
        head,
        format_html_join("", "{}", ((_row([cell.text for cell in row]),) for row in table.rows)),
        foot,
        format_html_join("", '<p class="soft">{}</p>', ((note,) for note in table.notes)),
    )


def _row(cells: list[str]) -> SafeString:
    rest = format_html_join("", "<td>{}</td>", ((cell,) for cell in cells[1:]))
    return format_html('<tr><th scope="row">{}</th>{}</tr>', cells[0], rest)
