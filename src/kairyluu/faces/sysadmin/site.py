"""The site of the technical operator: reference data, the directory, accounts. No appeal is to be seen here
(Resolution No. 463, clause 2: he runs the system and reads nobody's letters)."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from kairyluu.faces.sysadmin.titles import ONE, Titled

LATEST = 10

# Model -> its name in lists; in the groups and the order of the first page.
GROUPS: list[tuple[Any, dict[str, Any]]] = [
    (
        _("Directory"),
        {
            "body": _("Bodies"),
            "department": _("Departments"),
            "post": _("Posts"),
            "official": _("Officials"),
            "tenure": _("Who holds which post"),
            "territory": _("Territories"),
            "line": _("Trust telephones"),
        },
    ),
    (
        _("Reference data"),
        {
            "term": _("Terms"),
            "calendarday": _("Calendar"),
            "topic": _("Topics"),
            "channel": _("Channels"),
            "outcome": _("Outcomes"),
            "refusalground": _("Grounds for refusal"),
            "urgentclass": _("Urgent classes"),
            "chainstep": _("Who is told of an alarm"),
            "urgentword": _("Words of urgent messages"),
            "lawreceiver": _("Receivers in law enforcement"),
            "procedure": _("By what procedure"),
            "misconduct": _("Kinds of misconduct"),
            "setting": _("Settings"),
        },
    ),
    (
        _("Texts"),
        {
            "contentpage": _("Pages of the portal"),
            "answertemplate": _("Templates of answers"),
            "emptyphrase": _("Empty phrases"),
        },
    ),
    (
        _("System"),
        {
            "account": _("Accounts"),
            "identityprovider": _("Providers of identities"),
            "notice": _("Letters that did not leave"),
            "documentsystem": _("Document systems"),
            "mailbox": _("Mailboxes of bodies"),
        },
    ),
]


def titled(meta: Any) -> Any:
    """The model's description under the names of the first page."""
    for group, names in GROUPS:
        if meta.model_name in names:
            return Titled(meta, names[meta.model_name], group)
    return meta


class Site(AdminSite):
    site_header = "Кайрылуу"
    site_title = "Кайрылуу"
    index_title = _("System administration")
    empty_value_display = "—"
    site_url = "/"
    index_template = "sysadmin/index.html"

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_staff", False))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One door for everybody, where attempts are counted: no second form of the admin's own."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().index(request, {"recent": _recent(request.user.pk)} | (extra_context or {}))

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """The groups are on the first page; where the tables lie is nobody's business."""
        return redirect("admin:index")

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The words of Django's scripts, and those it lacks."""
        packages = ["django.contrib.admin", "kairyluu.faces.sysadmin"]
        return JavaScriptCatalog.as_view(packages=packages)(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Grouped by what they are about, not by where their tables lie."""
        apps = super().get_app_list(request, app_label)
        models = {m["model"]._meta.model_name: m for app in apps for m in app["models"]}
        if app_label:
            return apps
        return [
            {
                "name": title,
                "app_label": f"group-{place}",
                "app_url": "",
                "has_module_perms": True,
                "models": [models[name] | {"name": words} for name, words in names.items() if name in models],
            }
            for place, (title, names) in enumerate(GROUPS)
        ]


def _recent(account_id: Any) -> list[dict[str, Any]]:
    """What the operator did last, with the names of the tables people read."""
    entries = LogEntry.objects.filter(user_id=account_id).select_related("content_type")[:LATEST]
    return [
        {
            "row": entry.object_repr,
            "address": entry.get_admin_url(),
            "table": ONE.get(entry.content_type.model, entry.content_type.model),
            "is_addition": entry.is_addition(),
        }
        for entry in entries
        if entry.content_type
    ]


site = Site(name="admin")
