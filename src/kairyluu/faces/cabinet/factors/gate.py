"""Who holds a post reaches no page of the staff before the second factor is set up."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kairyluu.queries.people.sign_ins import has_second_factor, needs_second_factor

STAFF_PAGES = ("/desk/", "/console/", "/law/", "/watch/", "/alarms/", "/sysadmin/")
SEEN = "second_factor"  # in the session: it has one, so the question is not asked at every page


class SecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(STAFF_PAGES) and self._is_missing(request):
            return redirect("mfa_index")
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        account = request.user
        if not account.is_authenticated or request.session.get(SEEN):
            return False
        if not needs_second_factor(account, timezone.localdate()):
            return False
        if not has_second_factor(int(account.pk)):
            return True
        request.session[SEEN] = True
        return False
