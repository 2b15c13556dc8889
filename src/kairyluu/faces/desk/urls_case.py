"""The addresses of one appeal: the case page, its acts and its papers."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from kairyluu.faces.desk.views import case, case_acts, case_papers, case_refuse
from kairyluu.faces.desk.views.confidence import closing
from kairyluu.faces.desk.views.conflicts import declaring, matching
from kairyluu.faces.desk.views.exchange import documents
from kairyluu.faces.desk.views.hands import days, giving
from kairyluu.faces.desk.views.prevention import finding
from kairyluu.faces.desk.views.steering import case_control, proof

CASE = "appeals/<uuid:appeal_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(CASE, case.case, name="case"),
    path(f"{CASE}card.pdf", documents.card, name="case-card"),
    path(f"{CASE}register/", case_acts.register, name="case-register"),
    path(f"{CASE}refuse/", case_refuse.refuse, name="case-refuse"),
    path(f"{CASE}questions/", case_acts.questions, name="case-questions"),
    path(f"{CASE}resolve/", case_acts.resolve, name="case-resolve"),
    path(f"{CASE}draft/", case_acts.draft, name="case-draft"),
    path(f"{CASE}submit/", case_acts.submit, name="case-submit"),
    path(f"{CASE}return/", case_acts.return_, name="case-return"),
    path(f"{CASE}sign/", case_acts.sign, name="case-sign"),
    path(f"{CASE}send/", case_acts.send, name="case-send"),
    path(f"{CASE}note/", case_acts.note, name="case-note"),
    path(f"{CASE}contribute/", case_acts.contribution, name="case-contribute"),
    path(f"{CASE}attach/", case_acts.attach, name="case-attach"),
    path(f"{CASE}control/", case_control.control, name="case-control"),
    path(f"{CASE}match/", matching.match, name="case-match"),
    path(f"{CASE}declare-conflict/", declaring.declare, name="case-declare"),
    path(f"{CASE}make-confidential/", closing.make, name="case-make-confidential"),
    path(f"{CASE}confidants/", closing.name, name="case-name-confidant"),
    path(f"{CASE}identity/", closing.reveal, name="case-reveal"),
    path(f"{CASE}finding/", finding.finding, name="case-finding"),
    path(f"{CASE}forward/", giving.forward, name="case-forward"),
    path(f"{CASE}forward-part/", giving.forward_part, name="case-forward-part"),
    path(f"{CASE}withdraw/", giving.withdraw, name="case-withdraw"),
    path(f"{CASE}extend/", days.extend, name="case-extend"),
    path(f"{CASE}ask/", days.ask, name="case-ask"),
    path(f"{CASE}proof/", proof.proof, name="case-proof"),
    path(f"{CASE}letter/", case_papers.letter, name="case-letter"),
    path(f"{CASE}letter.pdf", case_papers.letter_pdf, name="case-letter-pdf"),
    path(f"{CASE}address.pdf", case_papers.address_sheet, name="case-address-sheet"),
    path(f"{CASE}files/<uuid:file_id>/", case_papers.file, name="case-file"),
    path("", include("kairyluu.faces.desk.urls_alike")),
    path("", include("kairyluu.faces.desk.urls_quality")),
]
