"""A QR code as inline SVG: one path, no style, black on white in every theme."""

from __future__ import annotations

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString


def qr_svg(text: str, title: str) -> SafeString:
    """The `svg` with class `qr`; `title` says where it leads."""
    code = segno.make(text, error="m")
    runs = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                runs.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            x += 1
    n = len(code.matrix)
    return format_html(
        '<svg class="qr" viewBox="-4 -4 {} {}" role="img" aria-label="{}"><path d="{}"/></svg>',
        n + 8,
        n + 8,
        title,
        "".join(runs),
    )
