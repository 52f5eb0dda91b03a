"""Accounts in the API."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.accounts import serializers, services
from dmi.accounts.forms import officers as forms
from dmi.accounts.models import User
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewOfficers(Listing):
    """Everybody with an account, by badge."""

    verb = "accounts.view_officers"
    answer = serializers.Officer
    ordering = ("badge",)

    def rows(self, officer):
        return User.objects.visible_to(officer).select_related("agency")


class AddOfficer(Act):
    form, service, answer = forms.AddOfficerForm, services.add_officer, serializers.Officer
    status = HTTPStatus.CREATED


class ChangeOfficer(Change):
    """Roles and duties of an account. What is left out stays as it is. Refused: one's own roles, no role."""

    form, service, answer = forms.ChangeOfficerForm, services.change_officer, serializers.Officer
    changed = "officer"

    def given(self, request, officer_id):
        return {"officer": trail.find(User.objects.all(), by=request.user, pk=officer_id)}


class ReleaseLock(Act):
    form, service, answer = ActionForm, services.release_lock, serializers.Officer

    def given(self, request, officer_id):
        return {"officer": trail.find(User.objects.all(), by=request.user, pk=officer_id)}


class OfAccount(Act):
    """An act on one account, now."""

    form, answer = ActionForm, serializers.Officer

    def given(self, request, officer_id):
        officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
        return {"officer": officer, "at": timezone.now()}


class DisableOfficer(OfAccount):
    """Ends every session and token of the account at once. Refused: one's own, the last administrator's."""

    service = services.disable_officer


class EnableOfficer(OfAccount):
    service = services.enable_officer


class GivePassword(OfAccount):
    """A new first password: every session and token of the officer ends, and it is changed at the next sign-in."""

    form, service = forms.GivePasswordForm, services.give_password


urlpatterns = [
    path("officers/", ViewOfficers.as_view(), name="view_officers"),
    path("officers/add/", AddOfficer.as_view(), name="add_officer"),
    path("officers/<uuid:officer_id>/change/", ChangeOfficer.as_view(), name="change_officer"),
    path("officers/<uuid:officer_id>/release-lock/", ReleaseLock.as_view(), name="release_lock"),
    path("officers/<uuid:officer_id>/give-password/", GivePassword.as_view(), name="give_password"),
    path("officers/<uuid:officer_id>/disable/", DisableOfficer.as_view(), name="disable_officer"),
    path("officers/<uuid:officer_id>/enable/", EnableOfficer.as_view(), name="enable_officer"),
]
