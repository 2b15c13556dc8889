"""The addresses of referrals to law enforcement."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.law.views import following, referring

app_name = "law"

urlpatterns = [
    path("", following.referrals, name="referrals"),
    path("new/", referring.new, name="new"),
    path("<uuid:referral_id>/", following.referral, name="referral"),
    path("<uuid:referral_id>/acknowledge/", following.acknowledge, name="acknowledge"),
    path("<uuid:referral_id>/answer/", following.answer, name="answer"),
    path("<uuid:referral_id>/letter.pdf", following.letter, name="letter"),
]
