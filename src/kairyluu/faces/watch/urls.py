"""The addresses of oversight."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.watch.views import bodies, checking, control, near_copies, prevention, record, what_if
from kairyluu.faces.watch.views.analyses import acting, editing, listing, one
from kairyluu.faces.watch.views.figures import pages
from kairyluu.faces.watch.views.finding import compared, sudden
from kairyluu.faces.watch.views.saved import pages as saved

app_name = "watch"

urlpatterns = [
    path("", bodies.bodies, name="home"),
    path("figures/", pages.figures, name="figures"),
    path("figures/behind/", pages.behind, name="figures-behind"),
    path("views/save/", saved.save, name="view-save"),
    path("views/<uuid:view_id>/", saved.one, name="view"),
    path("views/<uuid:view_id>/delete/", saved.delete, name="view-delete"),
    path("figures/<slug:code>/", pages.definition, name="figure"),
    path("compared/", compared.compared, name="compared"),
    path("sudden/", sudden.sudden, name="sudden"),
    path("near-copies/", near_copies.near_copies, name="near-copies"),
    path("prevention/", prevention.prevention, name="prevention"),
    path("prevention.csv", prevention.prevention_csv, name="prevention-csv"),
    path("prevention.pdf", prevention.prevention_pdf, name="prevention-pdf"),
    path("what-if/", what_if.what_if, name="what-if"),
    path("bodies/<slug:code>/record/", record.record, name="record"),
    path("bodies/<slug:code>/record.pdf", record.record_pdf, name="record-pdf"),
    path("analyses/", listing.analyses, name="analyses"),
    path("analyses/prepare/", listing.prepare, name="analysis-prepare"),
    path("analyses/<uuid:analysis_id>/", one.analysis, name="analysis"),
    path("analyses/<uuid:analysis_id>/edit/", editing.edit, name="analysis-edit"),
    path("analyses/<uuid:analysis_id>/approve/", acting.approve, name="analysis-approve"),
    path("analyses/<uuid:analysis_id>/publish/", acting.publish, name="analysis-publish"),
    path("analyses/<uuid:analysis_id>/<slug:language>.<slug:kind>", one.file, name="analysis-file"),
    path("check-report/", checking.check_report, name="check-report"),
    path("control/", control.control, name="control"),
    path("control/<slug:section>/", control.control, name="control-section"),
]
