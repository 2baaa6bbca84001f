"""Django's settings, derived from Octavo's own."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict

from octavo.config import settings, signing
from octavo.config.secret_files import secret_in

_octavo = settings.current()
_package = Path(__file__).resolve().parent.parent


def _database(url: str) -> dict[str, Any]:
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "octavo.config.database",
        "NAME": parts.pop("dbname", "octavo"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": {**parts, "pool": {"min_size": 0, "max_size": 8, "timeout": 20}},
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = _octavo.secret_key or secret_in(_octavo.data / "secret_key", secrets.token_urlsafe(48).encode).decode()
DATABASES = {"default": _database(_octavo.database_url or "postgresql:///octavo")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_public = urlsplit(_octavo.public_url)
ALLOWED_HOSTS = [*_octavo.allowed_hosts, *filter(None, [_public.hostname])]
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"] if _public.netloc else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _public.scheme == "https"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ko", "한국어"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("ja", "日本語"),
    ("ms", "Bahasa Melayu"),
    ("zh", "简体中文"),
]
LOCALE_PATHS = [_package / "web" / "locale"]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
"""Attempts to sign in and the like, counted for all processes and machines together."""
SESSION_COOKIE_AGE = 60 * 86400
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {}),
    )
]
INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "octavo.accounts",
    "octavo.sources",
    "octavo.feeds",
    "octavo.extract",
    "octavo.dedupe",
    "octavo.stories",
    "octavo.enrich",
    "octavo.search",
    "octavo.community",
    "octavo.editions",
    "octavo.pipeline",
    "octavo.web",
]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["octavo.pipeline.schedule"]
MIDDLEWARE = [
    "octavo.web.security.content_security_policy",
    "octavo.web.compressing.compressed_text",
    "octavo.web.localising.in_language_of_address",
    "octavo.web.holdable.HoldableText",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "octavo.web.security.without_nul",
]
ROOT_URLCONF = "octavo.config.urls"
WSGI_APPLICATION = "octavo.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_package / "web" / "templates"],
        "OPTIONS": {
            "environment": "octavo.web.environment.environment",
            "context_processors": ["octavo.web.rendering.around"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
vars().update(signing.settings(_octavo))
STATIC_URL = "/admin/static/"
"""Of Django's admin alone; Octavo's own pages name their files by content (`web/assets.py`)."""
CSRF_FAILURE_VIEW = "octavo.web.errors.unsafe"
APPEND_SLASH = True
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
LOGGING_CONFIG = None
