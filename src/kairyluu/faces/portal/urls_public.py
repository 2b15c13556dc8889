"""What anyone may read: the first page, texts, heads of bodies, statistics, files for machines."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.portal.texts import TEXTS
from kairyluu.faces.portal.views import heads, lines, plain_files, reading, statistics, term

PUBLIC = [
    *(path(f"{slug}/", reading.text, {"slug": slug}, name=slug) for slug in TEXTS),
    path("term/", term.term, name="term"),
    path("heads/", heads.heads, name="heads"),
    path("bodies/<str:code>/", heads.body, name="body"),
    path("lines/<slug:code>/embed/", lines.embed, name="line-embed"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/<slug:slug>.csv", statistics.download, name="statistics-file"),
    path("pages/<slug:slug>/", reading.any_text, name="text"),
    path("robots.txt", plain_files.robots, name="robots"),
    path("favicon.ico", plain_files.favicon, name="favicon"),
    path(".well-known/security.txt", plain_files.security, name="security"),
]
