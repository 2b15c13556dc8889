"""Which apps, which middleware, which templates."""

from __future__ import annotations

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "kairyluu.design",
    "kairyluu.data.reference",
    "kairyluu.data.agencies",
    "kairyluu.data.people",
    "kairyluu.data.appeals",
    "kairyluu.data.calls",
    "kairyluu.data.alarms",
    "kairyluu.data.exchange",
    "kairyluu.data.referrals",
    "kairyluu.data.letters",
    "kairyluu.data.analyses",
    "kairyluu.data.journal",
    "kairyluu.data.outbox",
    "kairyluu.data.figures",
    "kairyluu.notices",
    "kairyluu.faces.portal",
    "kairyluu.faces.cabinet",
    "kairyluu.faces.desk",
    "kairyluu.faces.console",
    "kairyluu.faces.law",
    "kairyluu.faces.watch",
    "kairyluu.faces.alarms",
    "kairyluu.faces.api",
    "kairyluu.faces.sysadmin",
    "kairyluu.faces.clockwork",
    # After our own: its pages and words are replaced by those of the system administration.
    "django.contrib.admin",
    # After our own: its pages and letters are replaced by those of the cabinet.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "kairyluu.wiring.headers.SecurityHeaders",
    "django.middleware.gzip.GZipMiddleware",
    "kairyluu.wiring.editions.OneEdition",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kairyluu.faces.portal.language.Language",
    "kairyluu.faces.api.edge.Edge",
    "kairyluu.faces.portal.limits.RequestSize",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kairyluu.faces.cabinet.factors.gate.SecondFactor",
    "kairyluu.faces.cabinet.sessions.seen.Seen",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kairyluu.design.context.layout",
            ],
        },
    }
]
AUTH_USER_MODEL = "people.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "kairyluu.wiring.urls"
WSGI_APPLICATION = "kairyluu.wiring.wsgi.application"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
