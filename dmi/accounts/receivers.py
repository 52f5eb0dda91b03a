"""Signing in and out on the trail; wrong attempts are counted.

And what every installation has before anybody signs in: its task force and its clock.
"""

from allauth.account.signals import password_changed
from django.apps import apps as installed
from django.contrib.auth.hashers import make_password
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.utils import timezone

from dmi.accounts.locking import count_wrong_attempt, forget_wrong_attempts
from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.audit import trail


@receiver(user_logged_in, dispatch_uid="signed in")
def signed_in(sender, user, **_):
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
    trail.enter(user, "accounts.change_password", trail.Outcome.DONE)


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
