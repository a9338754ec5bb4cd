"""Settings of one installation. Everything that differs between places comes from the environment.

| variable | meaning | default |
|---|---|---|
| LACHAN_HOME | folder for the database file, keys and collected static files | `var` beside the source |
| DATABASE_URL | where the records live | SQLite file in LACHAN_HOME |
| LACHAN_SECRET_KEY | signs sessions and form tokens | read from LACHAN_HOME/secret-key, made by `lachan setup` |
| LACHAN_KEYSET | keys of sealed fields | LACHAN_HOME/keys/keyset.json |
| LACHAN_HOSTS | host names served, comma separated | 127.0.0.1,localhost |
| LACHAN_HTTPS | 1 when served behind TLS: secure cookies and HSTS | 0 |
| LACHAN_DEBUG | 1 shows Python errors in the browser; never on real data | 0 |
| LACHAN_DEMO | 1 when the place holds invented data: a banner says so and the sign-in page lists the demo accounts | 0 |
"""

import os
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from lachan.demo import password

SOURCE = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("LACHAN_HOME", SOURCE / "var"))
IS_TEST = "pytest" in sys.modules


def _is_on(name: str) -> bool:
    return os.environ.get(name, "0").lower() in {"1", "true", "yes", "on"}


def _secret_key() -> str:
    """The signing key from the environment or the file that setup made; tests and one-off commands get a throw-away one."""
    if key := os.environ.get("LACHAN_SECRET_KEY"):
        return key
    file = HOME / "secret-key"
    return file.read_text().strip() if file.exists() else "not-for-serving-" + "0" * 40


DEBUG = _is_on("LACHAN_DEBUG")
IS_DEMO = _is_on("LACHAN_DEMO")
DEMO_PASSWORD = password.DEMO_PASSWORD if IS_DEMO else ""
SECRET_KEY = _secret_key()
LACHAN_KEYSET = Path(os.environ.get("LACHAN_KEYSET", HOME / "keys" / "keyset.json"))
ALLOWED_HOSTS = os.environ.get("LACHAN_HOSTS", "127.0.0.1,localhost").split(",")

INSTALLED_APPS = [
    "lachan.foundation",
    "lachan.interface",
    "lachan.audit",
    "lachan.organisations",
    "lachan.access",
    "lachan.ledger",
    "lachan.documents",
    "lachan.procedures",
    "lachan.people",
    "lachan.records.tips",
    "lachan.records.victims",
    "lachan.records.cases",
    "lachan.statistics",
    "lachan.program",
    "lachan.reporting",
    "lachan.demo",
    "lachan.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lachan.interface.middleware.NoStoreMiddleware",
    "lachan.interface.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "lachan.config.urls"
WSGI_APPLICATION = "lachan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lachan.interface.context.interface",
            ],
        },
    },
]

# SQLite: writers take the lock when the transaction begins (a read that turns into a write would fail at once otherwise),
# the log is written ahead, and a commit is on disk before it is acknowledged.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{HOME / 'lachan.sqlite3'}", conn_max_age=60)}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "access:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "access:sign_in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "lachan.access.views.locked_out"
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lachan.interface.views.form_expired"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _is_on("LACHAN_HTTPS")
SECURE_HSTS_SECONDS = 31536000 if _is_on("LACHAN_HTTPS") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _is_on("LACHAN_HTTPS")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# A plan of 25 MB is the largest file that is read; the rest of a form is small.
LACHAN_UPLOAD_LIMIT = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [SOURCE / "lachan" / "locale"]
FORMAT_MODULE_PATH = ["lachan.interface.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
_PLAIN_STATIC = IS_TEST or DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if _PLAIN_STATIC
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = _PLAIN_STATIC

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's request log would repeat paths with record codes in them; refusals are in the audit already.
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}

if IS_TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed only; no test account guards anything
    AXES_ENABLED = False
    LACHAN_KEYSET = Path(os.environ.get("LACHAN_TEST_KEYSET", "/nonexistent/keyset.json"))
