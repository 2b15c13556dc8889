"""An analysis as PDF/A, as a workbook, as JSON, for those who may read it; the same one gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.analyses.models import Analysis
from kairyluu.gateways.documents import AnalysisPaper, PaperPart, PaperTable, PaperTrend, render, workbook
from kairyluu.queries.analyses.finding import find_analysis, find_published
from kairyluu.queries.analyses.reading import as_json, drawn
from kairyluu.rules.analysis.drawing import Cell, Drawn, DrawnTable, DrawnTrend, Part
from kairyluu.rules.analysis.words import FRAME, TREND_SHEET
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek

PDF, XLSX, JSON = "pdf", "xlsx", "json"
MEDIA_TYPES = {
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JSON: "application/json",
}


@dataclass(frozen=True, kw_only=True)
class AnalysisFile:
    analysis_id: UUID
    language: str
    kind: str


def published_file(command: AnalysisFile) -> bytes:
    """For anybody. Raises `AnalysisNotFound`."""
    return _file(find_published(command.analysis_id), command)


def analysis_file(command: AnalysisFile, *, actor: Actor) -> bytes:
    """A draft too. Raises `AnalysisNotFound`."""
    return _file(find_analysis(actor, command.analysis_id), command)


def file_of(drawn_: Drawn, kind: str, made_at: datetime, frame: dict[str, str] | None = None) -> bytes:
    """PDF or workbook of what is drawn; `frame` are number, approved and digest, in words."""
    if kind == XLSX:
        return workbook.made(_sheets(drawn_), made_at)
    said = frame or {}
    words = {name: word[drawn_.language] for name, word in FRAME.items()}
    return render(
        AnalysisPaper(
            language=drawn_.language,
            made_at=made_at,
            title=drawn_.title,
            body=drawn_.body,
            period=drawn_.period,
            number=said.get("number", ""),
            approved=said.get("approved", ""),
            digest=said.get("digest", ""),
            draft="" if said.get("number") else words["draft"],
            parts=tuple(_part(part) for part in drawn_.parts),
            labels=words,
            trends=tuple(_trend(trend) for trend in drawn_.trends),
        )
    )


def _file(analysis: Analysis, command: AnalysisFile) -> bytes:
    if command.kind == JSON:
        return json.dumps(as_json(analysis), ensure_ascii=False, indent=1, sort_keys=True).encode()
    made_at = analysis.approved_at or analysis.counted_at
    return file_of(
        drawn(analysis, command.language), command.kind, made_at, _frame(analysis, command.language)
    )


def _frame(analysis: Analysis, language: str) -> dict[str, str]:
    if analysis.approved_at is None:
        return {}
    day = date_in_bishkek(analysis.approved_at).strftime("%d.%m.%Y")
    who = ", ".join(filter(None, (analysis.approved_by_titles.get(language, ""), analysis.approved_by_name)))
    return {"number": analysis.number, "approved": f"{day}, {who}", "digest": analysis.digest}


def _part(part: Part) -> PaperPart:
    table = _table(part.table) if part.table else None
    return PaperPart(code=part.code, title=part.title, paragraphs=tuple(part.paragraphs), table=table)


def _trend(trend: DrawnTrend) -> PaperTrend:
    most = trend.whole or max((float(n or 0) for _label, n, _text in trend.months), default=0) or 1
    months = tuple(
        (label, None if n is None else 100 * float(n) / most, text) for label, n, text in trend.months
    )
    return PaperTrend(title=trend.title, text=trend.text, months=months)


def _table(table: DrawnTable) -> PaperTable:
    return PaperTable(
        columns=table.columns,
        rows=tuple(_texts(row) for row in table.rows),
        total=_texts(table.total),
        notes=table.notes,
        bars=tuple(float(bar) if bar is not None else None for bar in table.bars),
    )


def _texts(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _sheets(drawn_: Drawn) -> list[workbook.Sheet]:
    """The text on the first sheet, each table on its own, numbers as numbers."""
    lines = [[drawn_.title], [drawn_.body], [drawn_.period]]
    for part in drawn_.parts:
        lines += [[], [part.title], *([line] for line in part.paragraphs)]
    sheets = [workbook.Sheet(drawn_.period, tuple(map(tuple, lines)))]
    if drawn_.trends:
        keys = tuple(label for label, _n, _text in drawn_.trends[0].months)
        values = (
            (trend.title, *("" if n is None else n for _label, n, _text in trend.months))
            for trend in drawn_.trends
        )
        sheets.append(workbook.Sheet(TREND_SHEET[drawn_.language], (("", *keys), *values), has_head=True))
    for part in drawn_.parts:
        if part.table:
            rows = (*part.table.rows, *([part.table.total] if part.table.total else []))
            cells = tuple(tuple(map(_counted, row)) for row in rows)
            notes = tuple((note,) for note in part.table.notes)
            sheets.append(workbook.Sheet(part.title, (part.table.columns, *cells, (), *notes), has_head=True))
    return sheets


def _counted(cell: Cell) -> workbook.Value:
    return cell.text if cell.value is None else workbook.Number(cell.value, cell.unit, cell.is_signed)
