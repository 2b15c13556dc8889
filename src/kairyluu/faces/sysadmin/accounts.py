"""Accounts: ways in. The operator makes them, stops them and sets a password; he never sees one."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.people.models import Account
from kairyluu.faces.sysadmin import words
from kairyluu.faces.sysadmin.forms import THERE_ALREADY
from kairyluu.faces.sysadmin.labels import EmptyFilter
from kairyluu.faces.sysadmin.rows import OperatorAdmin
from kairyluu.faces.sysadmin.separation import reads_appeals
from kairyluu.faces.sysadmin.signin.doors import doors
from kairyluu.faces.sysadmin.signin.staff import staff
from kairyluu.faces.sysadmin.site import site


class AccountForm(forms.ModelForm):
    new_password = forms.CharField(
        label=_("New password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Empty: the password stays as it is. Nobody can read the present one."),
    )

    class Meta:
        model = Account
        fields = ("email", "language", "official", "is_active", "is_staff")

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if Account.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(THERE_ALREADY)
        return email

    def clean_new_password(self) -> str:
        password = str(self.cleaned_data["new_password"])
        if password:
            validate_password(password, self.instance)
        return password

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        official = values.get("official")
        if values.get("is_staff") and official and reads_appeals(official.pk):
            raise ValidationError(
                gettext("This person holds a post in which appeals are read and cannot run the system.")
            )
        return values


@admin.register(Account, site=site)
class AccountAdmin(OperatorAdmin):
    """Names, telephones and letters of citizens are not shown: the address is enough to help."""

    form = AccountForm
    change_form_template = "sysadmin/account_change.html"
    change_list_template = "sysadmin/account_list.html"
    words: ClassVar[Any] = {"language": words.LANGUAGE}
    list_display = ("email", "official", "language", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", ("official", EmptyFilter))
    list_select_related = ("official",)
    search_fields = ("email", "official__surname")
    autocomplete_fields = ("official",)
    readonly_fields = ("joined_at", "last_login")
    fields = (*AccountForm.Meta.fields, "new_password", "joined_at", "last_login")

    def get_urls(self) -> list[URLPattern]:
        of_account = self.admin_site.admin_view(lambda request, account_id: doors(self, request, account_id))
        of_staff = self.admin_site.admin_view(lambda request: staff(self, request))
        return [
            path("<int:account_id>/doors/", of_account, name="people_account_doors"),
            path("staff/", of_staff, name="people_account_staff"),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new address counts as confirmed: the operator vouches for it."""
        was = form.initial.get("email", "")
        password = form.cleaned_data["new_password"]
        if password or not change:
            obj.set_password(password or None)
        if obj.official and not obj.surname:
            obj.surname, obj.given_name = obj.official.surname, obj.official.given_name
            obj.patronymic = obj.official.patronymic
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            EmailAddress.objects.filter(user=obj).delete()
            EmailAddress.objects.create(user=obj, email=obj.email, verified=True, primary=True)
        if change:
            _tell(request, obj, was, form.changed_data)


def _tell(request: HttpRequest, account: Account, was: str, changed: list[str]) -> None:
    """Nobody else's way in is changed behind his back: the address known until now hears of it."""
    letters = {"email": "account/email/email_changed", "new_password": "account/email/password_set"}
    context = {"from_email": was, "to_email": account.email, "timestamp": timezone.now()}
    with translation.override(account.language):
        for name in letters.keys() & set(changed):
            get_adapter(request).send_mail(letters[name], was, context)
