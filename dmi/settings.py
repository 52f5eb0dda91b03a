"""Settings: one file; only the environment varies it. `.env` at the root is read where it stands.

Nothing here knows of the embedded servers of dmi.local: they hand over DATABASE_URL and REDIS_URL like real ones.
"""

from pathlib import Path

import environ
import pghistory
from csp.constants import NONCE, NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()
env.read_env(BASE_DIR / ".env", overwrite=False)

SECRET_KEY = env("SECRET_KEY")
SHEET_SECRET = env("SHEET_SECRET")  # keys the trace codes of hot sheet copies; changing it orphans printed copies
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)  # shows the invented accounts on the sign-in page; never with real records
HTTPS = env.bool("HTTPS", default=True)
SITE_URL = env("SITE_URL", default="https://localhost" if HTTPS else "http://localhost:8000")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "dmi",
    "dmi.audit",
    "dmi.accounts",
    "dmi.privacy",
    "markets",
    "dealers",
    "dealers.cases",
    "callins",
    "callins.dtc",
    "maintenance",
    "maintenance.retention",
]

MIDDLEWARE = [
    "dmi.middleware.Watched",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "dmi.middleware.PermissionsPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dmi.middleware.Unstored",
    "dmi.middleware.Origin",
    "dmi.accounts.sessions.Lasting",
    "dmi.rates.Rates",
    "dmi.middleware.LocalTime",
    "dmi.accounts.factors.middleware.SecondFactor",
    "dmi.accounts.factors.middleware.OwnPassword",
    "dmi.accounts.factors.middleware.StepUp",
    "dmi.accounts.compartment.Compartment",
    "dmi.middleware.Entered",
]

ROOT_URLCONF = "dmi.urls"
WSGI_APPLICATION = "dmi.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dmi.accounts.context.demo",
            ],
        },
    }
]

# Data. The login takes DATABASE_ROLE as it connects; migrate runs without it, as the owner (dmi.accounts.compartment).
DATABASES = {
    "default": {
        **env.db("DATABASE_URL"),
        "OPTIONS": {"options": "-c search_path=public,dtc"},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
if env("DATABASE_ROLE", default=""):
    DATABASES["default"]["OPTIONS"]["assume_role"] = env("DATABASE_ROLE")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},  # a broker that hangs must not hold every page
    }
}

PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()  # in the row: no table shared across the treatment wall
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="+")

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # kilobytes
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_TASK_SOFT_TIME_LIMIT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 6 * 3600, "socket_timeout": 5, "socket_connect_timeout": 2}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Signing in (CJIS Security Policy IA-5, AC-8, AC-11)
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ["badge", "full_name", "email"]}},
]  # fmt: skip
ACCOUNT_ADAPTER = "dmi.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "badge"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "dmi.accounts.forms.sign_in.SignInForm",
    "change_password": "dmi.accounts.forms.sign_in.OwnPasswordForm",
}
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "20/m/ip,10/5m/key"}  # a shift signs in from one address
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=not DEMO)  # required of everybody (IA-2)
STEP_UP_MINUTES = env.int("STEP_UP_MINUTES", default=5)  # before exports, removals, role changes; 0: never asked
FACTOR_KEYS = [*env.list("FACTOR_KEY", default=[]), SECRET_KEY]  # the first encrypts factors' secrets, each opens them
MFA_ADAPTER = "dmi.accounts.factors.keeping.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Market Desk"
MFA_TOTP_TOLERANCE = 1  # half a minute early or late: phones' clocks, and slow thumbs
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "dmi.accounts.factors.forms.SignInCodeForm",
    "authenticate_webauthn": "dmi.accounts.factors.forms.SignInKeyForm",
    "reauthenticate": "dmi.accounts.factors.forms.ConfirmCodeForm",
    "reauthenticate_webauthn": "dmi.accounts.factors.forms.ConfirmKeyForm",
    "activate_totp": "dmi.accounts.factors.forms.SetUpAppForm",
    "add_webauthn": "dmi.accounts.factors.forms.AddKeyForm",
    "edit_webauthn": "dmi.accounts.factors.forms.RenameKeyForm",
}
SESSION_COOKIE_AGE = 12 * 3600  # whatever happens in it (AC-12)
IDLE_MINUTES = 30  # then the screen is covered and the session ends (AC-11)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # scripts take the token from the page
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS

# The web
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)  # true only where nobody can pass the proxy by
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PAGE_RATE = env.int("PAGE_RATE", default=600)  # of one officer a minute, his photos counted; 0: no limit
ADDRESS_RATE = env.int("ADDRESS_RATE", default=600)  # of one address, of whoever is nobody yet; 0: no limit
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "dmi.uploads.NoMore",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

EXHIBITS_ROOT = Path(env("EXHIBITS_ROOT", default=str(BASE_DIR / "var/exhibits")))  # outside what the web serves
EXHIBIT_MOST_BYTES = env.int("EXHIBIT_MOST_BYTES", default=2 * 1024**3)  # Task force policy
BACKUP_KEY = env("BACKUP_KEY", default="")  # for `manage.py backup` and `restore` alone: the desk runs without it
LISTS_ROOT = Path(env("LISTS_ROOT", default=str(BASE_DIR / "var/lists")))  # lists of incidents until they are imported
LIST_MOST_BYTES = env.int("LIST_MOST_BYTES", default=100 * 1024**2)

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
FONTS = BASE_DIR / "static/vendor/fonts"
WHITENOISE_USE_FINDERS = env.bool("WHITENOISE_USE_FINDERS", default=False)  # serve from static/, collect nothing
STATIC_ROOT = None if WHITENOISE_USE_FINDERS else BASE_DIR / "var/static"
STORAGES = {
    # Nothing of ours is kept by it: exhibits have a room of their own (dealers.cases.keeping).
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if WHITENOISE_USE_FINDERS
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "dmi.accounts.tokens.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["dmi.audit.doors.MayDoThis", "dmi.accounts.factors.doors.HasConfirmed"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "dmi.api.schema.Operation",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": env("API_RATE", default="600/min")},
    "EXCEPTION_HANDLER": "dmi.api.problems.problem",
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Market Desk",
    "DESCRIPTION": "The verbs of the pages, the same two gates: the role table and what an officer may see.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SCHEMA_PATH_PREFIX": "/api",
    "POSTPROCESSING_HOOKS": ["dmi.api.schema.answers_are_whole"],  # and choices stay where their field is
}

LANGUAGE_CODE = "en-us"
TIME_ZONE = env("TIME_ZONE", default="America/New_York")  # before the task force's own is read
USE_TZ = True
USE_I18N = False
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="market-desk@localhost")

LOG_FORMAT = env("LOG_FORMAT", default="plain")  # or json: a line for each request as well
METRICS_TOKEN = env("METRICS_TOKEN", default="")
METRICS_NETWORKS = env.list("METRICS_NETWORKS", default=[])  # such as 10.20.0.0/24: who may ask without the token

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "dmi.logs.Discreet"}},
    "formatters": {"plain": {"()": "dmi.logs.Plain"}, "json": {"()": "dmi.logs.Json"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["discreet"]}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        "dmi.requests": {"level": "INFO" if LOG_FORMAT == "json" else "WARNING"},
        "django.server": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
