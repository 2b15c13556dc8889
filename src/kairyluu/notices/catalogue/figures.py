"""Letters about figures: an analysis that waits, a watched figure beyond its limit."""

from __future__ import annotations

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

ANALYSIS = SAMPLE | {
    "whose": "Алай райондук мамлекеттик администрациясы",
    "period": "2026-жылдын октябрь айы",
    "page": "https://kairyluu.example/watch/analyses/0/",
}
CROSSED = SAMPLE | {
    "name": "Сокулук району, мөөнөт",
    "figure": "Өз убагында берилген жооптордун үлүшү",
    "value": "78,4",
    "limit": "90",
    "direction": "under",
    "page": "https://kairyluu.example/watch/views/0/",
}

KINDS = (
    NoticeKind(code="analysis_waiting", addressee="staff", occasion="prepare_analysis", sample=ANALYSIS),
    NoticeKind(code="figure_crossed", addressee="staff", occasion="look_at_view", sample=CROSSED),
)
