"""What the tables are called: one row, and all of them under the heading of their group."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

ONE: dict[str, Any] = {
    "body": _("Body"),
    "department": _("Department"),
    "post": _("Post"),
    "official": _("Official"),
    "tenure": _("Who holds a post"),
    "territory": _("Territory"),
    "line": _("Trust telephone"),
    "term": _("Term of law"),
    "calendarday": _("Day"),
    "topic": _("Topic"),
    "channel": _("Channel"),
    "outcome": _("Outcome"),
    "refusalground": _("Ground for refusal"),
    "urgentclass": _("Urgent class"),
    "chainstep": _("Step of an alarm"),
    "urgentword": _("Word of urgent messages"),
    "lawreceiver": _("Receiver in law enforcement"),
    "procedure": _("Procedure"),
    "misconduct": _("Kind of misconduct"),
    "setting": _("Setting"),
    "contentpage": _("Page"),
    "answertemplate": _("Template of an answer"),
    "emptyphrase": _("Empty phrase"),
    "account": _("Account"),
    "identityprovider": _("Provider of identities"),
    "notice": _("Letter"),
    "documentsystem": _("Document system"),
    "mailbox": _("Mailbox of a body"),
}


class Titled:
    """A model's description with names people read; everything else is the model's own."""

    def __init__(self, meta: Any, all_of_them: Any, group: Any) -> None:
        self._meta = meta
        self.verbose_name = ONE.get(meta.model_name, meta.verbose_name)
        self.verbose_name_plural = all_of_them
        self.app_config = SimpleNamespace(verbose_name=group, label=meta.app_label)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._meta, name)
