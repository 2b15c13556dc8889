"""`/account/` is the door, `/cabinet/` the rooms behind it."""

from __future__ import annotations

from allauth.account import views as doors
from django.urls import include, path, re_path

from kairyluu.faces.cabinet.factors.urls import factors
from kairyluu.faces.cabinet.frame import framed
from kairyluu.faces.cabinet.identity import connections
from kairyluu.faces.cabinet.identity import views as identity
from kairyluu.faces.cabinet.identity.offering import offering
from kairyluu.faces.cabinet.views import appeals, drafts, home, invited, profile, sessions, ways

# Of allauth's pages those that we have: no codes, no telephones. The names are allauth's own.
entrance = [
    path("login/", offering(framed(doors.login)), name="account_login"),
    path("with/<slug:code>/", identity.start, name="identity_start"),
    path("with/<slug:code>/connect/", identity.connect, name="identity_connect"),
    path("with/<slug:code>/back/", identity.back, name="identity_back"),
    path("invited/", invited.first_password, name="account_invited"),
    path("invited/<str:secret>/", invited.invited, name="account_invitation"),
    path("bodies/", identity.bodies, name="identity_bodies"),
    path("logout/", framed(doors.logout), name="account_logout"),
    path("inactive/", framed(doors.account_inactive), name="account_inactive"),
    path("signup/", framed(doors.signup), name="account_signup"),
    path("reauthenticate/", framed(doors.reauthenticate), name="account_reauthenticate"),
    path("email/", framed(doors.email), name="account_email"),
    path("confirm-email/", framed(doors.email_verification_sent), name="account_email_verification_sent"),
    path("confirm-email/<str:key>/", framed(doors.confirm_email), name="account_confirm_email"),
    path("password/change/", framed(doors.password_change), name="account_change_password"),
    path("password/set/", framed(doors.password_set), name="account_set_password"),
    path("password/reset/", framed(doors.password_reset), name="account_reset_password"),
    path("password/reset/done/", framed(doors.password_reset_done), name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        framed(doors.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        framed(doors.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
rooms = (
    [
        path("", home.home, name="home"),
        path("appeals/", appeals.appeals, name="appeals"),
        path("adopt/", appeals.adopt, name="adopt"),
        path("drafts/<uuid:key>/delete/", drafts.delete, name="draft-delete"),
        path("profile/", profile.profile, name="profile"),
        path("ways/", ways.ways, name="ways"),
        path("identities/", connections.identities, name="identities"),
        path("sessions/", sessions.sessions, name="sessions"),
    ],
    "cabinet",
)
urlpatterns = [
    path("account/", include(entrance)),
    path("account/2fa/", include(factors)),
    path("cabinet/", include(rooms)),
]
