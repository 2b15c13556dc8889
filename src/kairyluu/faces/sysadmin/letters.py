"""Letters that did not leave: how many and since when, without addresses and words."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from kairyluu.data.outbox.models import Notice
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.notices.previews import preview, previews
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.site import site


@admin.register(Notice, site=site)
class NoticeAdmin(OperatorAdmin):
    list_display = ("created_at", "code", "channel", "language", "attempts", "last_tried_at")
    list_display_links = None
    words: ClassVar[Any] = {
        "code": words.notices,
        "channel": words.NOTICE_CHANNEL,
        "language": words.LANGUAGE,
    }
    list_filter = ("code", "channel")
    fields = list_display
    change_list_template = "sysadmin/notices/list.html"

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view
        return [
            path("previews/", guarded(partial(previews, self)), name="outbox_notice_previews"),
            path("previews/<slug:code>/", guarded(partial(preview, self)), name="outbox_notice_preview"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(state="failed")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The list says all there is to say."""
        return obj is None and super().has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
