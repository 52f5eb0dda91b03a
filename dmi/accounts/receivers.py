"""Signing in and out on the trail; wrong attempts are counted.

And what every installation has before anybody signs in: its task force and its clock.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import authentication_step_completed, password_changed
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.apps import apps as installed
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.utils import timezone

from dmi.accounts.factors.keeping import CODES
from dmi.accounts.locking import count_wrong_attempt, forget_wrong_attempts
from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.accounts.services.closing import revoke_tokens
from dmi.accounts.sessions import begin
from dmi.audit import trail


@receiver(user_logged_in, dispatch_uid="signed in")
def signed_in(sender, user, request=None, **_):
    if request is not None:
        begin(request.session)
    trail.enter(user, "accounts.sign_in", trail.Outcome.DONE)
    forget_wrong_attempts(user)


@receiver(user_logged_out, dispatch_uid="signed out")
def signed_out(sender, user, **_):
    if user is not None:
        trail.enter(user, "accounts.sign_out", trail.Outcome.DONE)


@receiver(user_login_failed, dispatch_uid="sign-in failed")
def sign_in_failed(sender, credentials, **_):
    """Only a known badge is written down: what else was typed there may be a password."""
    badge = (credentials.get("username") or "").strip().replace("\x00", "")
    officer = User.objects.filter(badge__iexact=badge).first()
    trail.enter(officer, "accounts.sign_in", trail.Outcome.REFUSED)
    if officer:
        count_wrong_attempt(officer, timezone.now())


@receiver(password_changed, dispatch_uid="password changed")
def changed_password(sender, user, **_):
    User.objects.filter(pk=user.pk).update(has_first_password=False)
    revoke_tokens(user, timezone.now())
    trail.enter(user, "accounts.change_password", trail.Outcome.DONE)


@receiver(authentication_failed, dispatch_uid="wrong code")
def wrong_code(sender, user, authenticator, reauthentication, **_):
    """Counted as a wrong password is; a key that was wrong counts in its form (dmi.accounts.factors.forms)."""
    verb = "accounts.confirm" if reauthentication else "accounts.sign_in"
    trail.enter(user, verb, trail.Outcome.REFUSED, asked=f"factor:{authenticator.type}")
    count_wrong_attempt(user, timezone.now())


@receiver(authentication_step_completed, dispatch_uid="shown or confirmed")
def showed_who_he_is(sender, user, method, **told):
    """By what: who took a recovery code, and who confirmed again. The sign-in itself has its line."""
    if told.get("reauthenticated") and not told.get("is_new"):
        trail.enter(user, "accounts.confirm", trail.Outcome.DONE, asked=f"factor:{told.get('type', method)}")
    elif told.get("type") == CODES:
        trail.enter(user, "accounts.use_recovery_code", trail.Outcome.DONE)


@receiver(authenticator_added, dispatch_uid="factor added")
def added_factor(sender, request, user, authenticator, **_):
    """Whoever has just set one up has shown it: this session need not do so again for its first page."""
    trail.enter(user, "accounts.add_factor", trail.Outcome.DONE, asked=f"factor:{authenticator.type}")
    if authenticator.type != CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True, is_new=True
        )
        messages.success(request, "Your second factor is set up: from now on it is asked for as you sign in.")


@receiver(authenticator_removed, dispatch_uid="factor removed")
def removed_factor(sender, request, user, authenticator, **_):
    trail.enter(user, "accounts.remove_factor", trail.Outcome.DONE, asked=f"factor:{authenticator.type}")
    if authenticator.type != CODES:  # they go with the last factor
        messages.success(request, "It is removed.")


@receiver(authenticator_reset, dispatch_uid="codes renewed")
def renewed_codes(sender, user, authenticator, **_):
    trail.enter(user, "accounts.renew_codes", trail.Outcome.DONE, asked=f"factor:{authenticator.type}")


@receiver(post_migrate, dispatch_uid="task force and clock")
def found(sender, apps=installed, **_):
    """After every migrate: an empty start, the demo and the tests begin with the same two rows.

    `apps` are the models as the migrations left them, which lack accounts when they were taken back to nothing.
    """
    models = apps.all_models["accounts"]
    if sender.label == "accounts" and models:
        models["taskforce"].objects.get_or_create()
        clock = {"full_name": "The clock", "roles": [Role.CLOCK.value], "password": make_password(None)}
        models["user"].objects.get_or_create(badge="clock", defaults=clock)
