"""Accounts: a citizen's or an official's way in. What an official may do comes from his tenures, not from here."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from kairyluu.data.agencies.models import Body, Official

# The domain of an account without an address of its own: nothing can ever be delivered there (RFC 2606).
NOWHERE = "no-address.invalid"


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
    # Raised by one, and every session of the account is over, whatever browser holds it.
    n_sign_outs = models.PositiveIntegerField(default=0)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    @property
    def full_name(self) -> str:
        named = " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)
        return named or self.address

    @property
    def address(self) -> str:
        """Where letters reach this person; empty for who came through a provider that told none."""
        return "" if self.email.endswith(f"@{NOWHERE}") else self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's own hash of the password, and of `n_sign_outs`: a session with another one opens nothing."""
        if not self.n_sign_outs:
            return str(super()._get_session_auth_hash(secret))  # type: ignore[misc]
        told = f"{self.n_sign_outs}:{self.password}"
        return salted_hmac("kairyluu.account.session", told, secret=secret, algorithm="sha256").hexdigest()

    @property
    def lock(self) -> str:
        """What a session has to fit, as `SignIn.lock`."""
        return self.get_session_auth_hash()[:16]

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


class SignIn(models.Model):
    """One session as its owner knows it again: by what, from where, when last. The address is shortened before it is
    kept. Goes with its session."""

    key = models.UUIDField(unique=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sign_ins")
    session_key = models.CharField(max_length=40, db_index=True)
    # The account's session hash, cut: with another one (new password, forced sign-out) the session opens nothing.
    lock = models.CharField(max_length=16)
    browser = models.CharField(max_length=20, blank=True, default="")
    device = models.CharField(max_length=20, blank=True, default="")
    address = models.CharField(max_length=40, blank=True, default="")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at", "id"]


class IdentityProvider(models.Model):
    """Who else may say who somebody is (OpenID Connect). Without a body it is for citizens; with one, for the staff of that
    body only. `claims` is field -> claim as `rules.exchange.claims`; the secret is sealed."""

    code = models.SlugField(max_length=40, unique=True)
    name_ky = models.TextField()
    name_ru = models.TextField()
    name_en = models.TextField()
    address = models.TextField(help_text="the issuer, https")
    client_id = models.TextField()
    sealed_secret = models.TextField(blank=True, default="")
    scopes = models.TextField(default="openid profile email phone")
    claims = models.JSONField(default=dict, blank=True)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="identity_providers"
    )
    is_active = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Identity(models.Model):
    """An account as a provider knows it: its `subject` there, and what was vouched for at the last sign-in."""

    provider = models.ForeignKey(IdentityProvider, on_delete=models.PROTECT, related_name="identities")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="identities")
    subject = models.CharField(max_length=255)
    surname = models.TextField(blank=True, default="")
    given_name = models.TextField(blank=True, default="")
    patronymic = models.TextField(blank=True, default="")
    personal_number = models.CharField(max_length=14, blank=True, default="")
    linked_at = models.DateTimeField()
    used_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_account_per_subject"),
            models.UniqueConstraint(fields=["provider", "account"], name="one_subject_per_account"),
        ]


class Invitation(models.Model):
    """A link by which a person listed by the administrator sets the first password: once, and not for long. Only the
    digest of its secret is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "id"]
