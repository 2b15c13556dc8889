"""How tests come to the desk."""

from __future__ import annotations

from django.test import Client

from tests.cast import Member


def at_desk(member: Member) -> Client:
    """A browser in which the member is signed in."""
    client = Client()
    client.force_login(member.account)
    return client
