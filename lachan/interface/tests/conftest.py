"""The shell is tested with its own addresses and middleware, without accounts and without a database."""

import pytest

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lachan.interface.middleware.NoStoreMiddleware",
    "lachan.interface.middleware.RefusalMiddleware",
]
CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",
    "lachan.interface.context.interface",
]


@pytest.fixture(autouse=True)
def shell_only(settings):
    settings.ROOT_URLCONF = "lachan.interface.tests.urls"
    settings.MIDDLEWARE = MIDDLEWARE
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    settings.SECURE_SSL_REDIRECT = False
    settings.DEBUG = False
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": {"context_processors": CONTEXT_PROCESSORS}}]
