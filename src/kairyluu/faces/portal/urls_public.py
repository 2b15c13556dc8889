"""What anyone may read: the first page, texts, heads of bodies, statistics, files for machines."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.portal.texts import TEXTS
from kairyluu.faces.portal.views import heads, lines, plain_files, reading, term
from kairyluu.faces.portal.views.analyses import reading as analyses
from kairyluu.faces.portal.views.statistics import about, broken_down, overview

STATISTICS = [
    path("statistics/", overview.overview, name="statistics"),
    path("statistics/about/", about.about, name="statistics-about"),
    path("statistics/schema.json", about.described, name="statistics-schema"),
    path("statistics/regions/<slug:oblast>/", broken_down.districts, name="statistics-districts"),
    path(
        "statistics/regions/<slug:oblast>.<slug:ending>",
        broken_down.download_districts,
        name="statistics-districts-file",
    ),
    path("statistics/<slug:slug>/", broken_down.broken_down, name="statistics-by"),
    path("statistics/<slug:slug>.<slug:ending>", broken_down.download, name="statistics-file"),
]
PUBLIC = [
    *(path(f"{slug}/", reading.text, {"slug": slug}, name=slug) for slug in TEXTS),
    path("term/", term.term, name="term"),
    path("heads/", heads.heads, name="heads"),
    path("bodies/<str:code>/", heads.body, name="body"),
    path("lines/<slug:code>/embed/", lines.embed, name="line-embed"),
    *STATISTICS,
    path("analyses/", analyses.analyses, name="analyses"),
    path("analyses/<uuid:analysis_id>/", analyses.analysis, name="analysis"),
    path("analyses/<uuid:analysis_id>/<slug:language>.<slug:kind>", analyses.file, name="analysis-file"),
    path("pages/<slug:slug>/", reading.any_text, name="text"),
    path("robots.txt", plain_files.robots, name="robots"),
    path("favicon.ico", plain_files.favicon, name="favicon"),
    path(".well-known/security.txt", plain_files.security, name="security"),
]
