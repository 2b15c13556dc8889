"""The rail of oversight."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kairyluu.design.nav import Item, Section
from kairyluu.queries.conflicts.forsaken import may_have_forsaken
from kairyluu.queries.oversight import may_count, may_read_below, may_watch
from kairyluu.rules.facts import Actor


def rail(current: str, actor: Actor) -> list[Section]:
    """`current` is the page that is lit; who only counts has no lists of appeals, who works in a body only analyses."""
    analyses = Item(_("Analyses"), reverse("watch:analyses"), current == "analyses")
    figures = Item(_("Figures"), reverse("watch:figures"), current == "figures")
    compared = Item(_("Bodies compared"), reverse("watch:compared"), current == "compared")
    sudden = Item(_("Sudden topics"), reverse("watch:sudden"), current == "sudden")
    checking = Item(_("Check a published table"), reverse("watch:check-report"), current == "check-report")
    if not may_watch(actor):
        back = Item(_("Workplace of the body"), reverse("desk:home"))
        counted = (figures, compared, sudden) if may_count(actor) else ()
        return [Section(_("Control"), (back, *counted, analyses, checking))]
    items = [
        Item(_("Bodies"), reverse("watch:home"), current == "bodies"),
        figures,
        compared,
        sudden,
        analyses,
        checking,
        Item(_("Near copies among answers"), reverse("watch:near-copies"), current == "near-copies"),
        Item(_("Prevention of corruption"), reverse("watch:prevention"), current == "prevention"),
        Item(_("What if the term were another"), reverse("watch:what-if"), current == "what-if"),
    ]
    if may_read_below(actor):
        items.append(Item(_("Alarms"), reverse("alarms:home")))
        if may_have_forsaken(actor):
            items.append(Item(_("Confidential appeals nobody sees"), reverse("desk:forsaken")))
        items.insert(0, Item(_("Control of execution"), reverse("watch:control"), current == "control"))
    return [Section(_("Control"), tuple(items))]
