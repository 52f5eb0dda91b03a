"""Roles lent for days, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.accounts import serializers, services
from dmi.accounts.filters import ActingRoleFilter
from dmi.accounts.forms.acting import LendRoleForm
from dmi.accounts.models import ActingRole, User
from dmi.api.acts import Act
from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewActingRoles(Listing):
    """Every role that was lent, to whom and for which days, newest first."""

    verb = "accounts.view_acting_roles"
    answer = serializers.LentRole
    ordering = ("-lent_at", "-id")
    filters = ActingRoleFilter

    def rows(self, officer):
        return ActingRole.objects.visible_to(officer).with_people()


class LendRole(Act):
    """For days, both included. Refused: to oneself, across the treatment wall, for more than 60 days."""

    form, service, answer = LendRoleForm, services.lend_role, serializers.LentRole
    status = HTTPStatus.CREATED

    def given(self, request, officer_id):
        officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
        return {"officer": officer, "at": timezone.now(), "today": timezone.localdate()}


class EndActingRole(Act):
    form, service, answer = ActionForm, services.end_acting_role, serializers.LentRole

    def given(self, request, acting_role_id):
        loan = trail.find(ActingRole.objects.with_people(), by=request.user, pk=acting_role_id)
        return {"acting_role": loan, "at": timezone.now(), "today": timezone.localdate()}


urlpatterns = [
    path("officers/<uuid:officer_id>/lend-role/", LendRole.as_view(), name="lend_role"),
    path("acting-roles/", ViewActingRoles.as_view(), name="view_acting_roles"),
    path("acting-roles/<uuid:acting_role_id>/end/", EndActingRole.as_view(), name="end_acting_role"),
]
