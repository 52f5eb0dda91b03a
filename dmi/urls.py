"""The site map: one include per app."""

from allauth.account import views as account
from django.urls import include, path

from dmi.api import docs
from dmi.views import desk, health, metrics

api = [
    path("accounts/", include("dmi.accounts.api")),
    path("trail/", include("dmi.audit.api")),
    path("markets/", include("markets.api")),
    path("dealers/", include("dealers.api")),
    path("cases/", include("dealers.cases.api")),
    path("", include("callins.api")),
    path("", include("maintenance.api")),
    path("records/", include("maintenance.retention.api")),
    path("", include("dmi.api.urls")),
]

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("password/", account.password_change, name="account_change_password"),
    path("confirm-password/", account.reauthenticate, name="account_reauthenticate"),
    path("", include("dmi.accounts.factors.urls")),
    path("accounts/", include("dmi.accounts.urls")),
    path("trail/", include("dmi.audit.urls")),
    path("markets/", include("markets.urls")),
    path("dealers/", include("dealers.urls")),
    path("cases/", include("dealers.cases.urls")),
    path("", include("callins.urls")),
    path("", include("maintenance.urls")),
    path("records/", include("maintenance.retention.urls")),
    path("api/docs/", docs.view_api, name="view_api"),
    path("api/", include((api, "api"))),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    path("health/metrics", metrics.metrics, name="metrics"),
]

handler500 = "dmi.views.faults.broken"
