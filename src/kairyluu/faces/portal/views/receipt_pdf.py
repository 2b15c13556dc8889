"""The receipt as a document to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.design.dates import clock, day_in_words
from kairyluu.design.wording import KINDS, word_for
from kairyluu.faces.portal.page import language_now
from kairyluu.faces.portal.private import private
from kairyluu.faces.portal.public import Why, shown
from kairyluu.faces.portal.receipts import Held, held
from kairyluu.faces.portal.views.receipt import public_address, scan_path
from kairyluu.queries.directory import directory
from kairyluu.queries.tracking import NoSuchAppeal, PublicView, find_public_view
from kairyluu.usecases.tracking.print_receipt import PrintReceipt, print_receipt


@require_safe
@private
def receipt_pdf(request: HttpRequest) -> HttpResponse:
    """Without a receipt in hand, the page that explains it."""
    mine = held(request)
    if mine is None:
        return redirect("portal:receipt")
    today = timezone.localdate(timezone.now())
    try:
        view = find_public_view(mine.appeal_id, today=today)
    except NoSuchAppeal:
        return redirect("portal:receipt")
    paper = print_receipt(_command(request, view, mine))
    response = HttpResponse(paper, content_type="application/pdf")
    number = view.appeal.tracking_number
    response["Content-Disposition"] = f'attachment; filename="kairyluu-{number}.pdf"'
    return response


def _command(request: HttpRequest, view: PublicView, mine: Held) -> PrintReceipt:
    language = language_now()
    words = shown(view, view.appeal.received_at.date())
    appeal, person = view.appeal, view.applicant
    name = " ".join(filter(None, (person.surname, person.given_name, person.patronymic)))
    name += f" ({_('identity confirmed')})" if person.vouched_by else ""
    return PrintReceipt(
        language=language,
        body=view.body.name(language),
        tracking_number=appeal.tracking_number,
        secret=mine.secret,
        received_at=appeal.received_at,
        received=f"{day_in_words(appeal.received_at, language, weekday=True)}, {clock(appeal.received_at)}",
        kind=str(word_for(KINDS, appeal.kind).text),
        subject=appeal.subject,
        applicant=f"{person.legal_form} {person.organisation}, {name}" if person.is_organisation else name,
        due_days=(
            _due(_("Registration"), words["registration"], language),
            _due(_("Answer of the body"), words["consideration"], language),
        ),
        next_steps=(
            _("The body registers the appeal and gives it to an executor."),
            _("You get the answer in the language you chose, and see it on the tracking page."),
        ),
        address=public_address(request, reverse("portal:track")),
        scan_address=public_address(request, scan_path(appeal.tracking_number, mine)),
        support=directory().setting("support_phones").replace("|", ", "),
    )


def _due(what: str, why: Why, language: str) -> tuple[str, str, str]:
    reason = _("%(n)d working days, counted from the day after %(day)s. Law No. 67 of 4 May 2007.") % {
        "n": why.amount,
        "day": why.starts,
    }
    return what, day_in_words(why.due_on, language, weekday=True), reason
