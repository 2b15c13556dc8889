"""As the specification names them; the ending says the form."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from kairyluu.faces.api.georeport import views

_FORM = r"\.(?P<form>json|xml)$"
_CODE = r"(?P<{}>[A-Za-z0-9._-]{{1,80}}?)"

urlpatterns: list[URLPattern] = [
    re_path(rf"^discovery{_FORM}", views.discovery, name="discovery"),
    re_path(rf"^v2/discovery{_FORM}", views.discovery),
    re_path(rf"^v2/services{_FORM}", views.service_list, name="services"),
    re_path(rf"^v2/services/{_CODE.format('code')}{_FORM}", views.service, name="service"),
    re_path(rf"^v2/requests{_FORM}", views.requests, name="requests"),
    re_path(rf"^v2/requests/{_CODE.format('number')}{_FORM}", views.one_request, name="request"),
    re_path(rf"^v2/tokens/{_CODE.format('number')}{_FORM}", views.token, name="request-token"),
]
