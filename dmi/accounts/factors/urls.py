"""allauth's names, which it reverses itself, at our addresses. Codes are never downloaded: a file stays about."""

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from django.urls import path
from django.views.generic import RedirectView

from dmi.accounts.factors import views

urlpatterns = [
    path("sign-in/second-factor/", base.authenticate, name="mfa_authenticate"),
    path("confirm/code/", base.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/key/", views.ConfirmByKey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("second-factor/", base.index, name="mfa_index"),
    path("second-factor/app/", app.activate_totp, name="mfa_activate_totp"),
    path("second-factor/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/renew/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-factor/keys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("second-factor/keys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("second-factor/keys/<int:pk>/rename/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("second-factor/keys/<int:pk>/remove/", views.RemoveKey.as_view(), name="mfa_remove_webauthn"),
]
