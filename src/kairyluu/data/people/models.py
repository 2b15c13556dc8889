"""Accounts: a citizen's or an official's way in. What an official may do comes from his tenures, not from here."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from kairyluu.data.agencies.models import Official


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Account:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):
    """`is_staff` opens the system administration only; a post in a body comes through `official`."""

    email = models.EmailField(unique=True, max_length=254)
    surname = models.TextField(blank=True, default="")
    given_name = models.TextField(blank=True, default="")
    patronymic = models.TextField(blank=True, default="")
    phone = models.CharField(max_length=16, blank=True, default="")
    language = models.CharField(max_length=2, default="ky")
    official = models.OneToOneField(
        Official, null=True, blank=True, on_delete=models.PROTECT, related_name="account"
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True, blank=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    @property
    def full_name(self) -> str:
        return (
            " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part) or self.email
        )

    def get_full_name(self) -> str:
        return self.full_name

    def __str__(self) -> str:
        return self.email


class Attempt(models.Model):
    """How often something was tried in one window of time. `key_hash` is a keyed hash: neither an address nor a number
    can be read back from it."""

    key_hash = models.CharField(max_length=64)
    window_start = models.DateTimeField()
    n = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["key_hash", "window_start"], name="one_count_per_key_and_window")
        ]
        indexes = [models.Index(fields=["window_start"], name="attempt_by_window")]
