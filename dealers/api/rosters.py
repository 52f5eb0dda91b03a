"""A jail's lists, by JSON; the list itself as form data."""

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.api.base import Log, OfPeople
from dealers.forms import rosters as forms
from dealers.models import Roster, RosterMatch
from dealers.serializers import rosters as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail


class ViewRosters(OfPeople):
    """Lists you sent, and those on which somebody may stand whom you see; the newest first."""

    verb = "dealers.view_rosters"
    answer = serializers.RosterRow
    ordering = ("-at", "-id")

    def rows(self, officer):
        return Roster.objects.visible_to(officer).with_counts(officer)


class ViewRoster(Look):
    """One list with the matches among dealers whom you see."""

    verb = "dealers.view_roster"
    answer = serializers.RosterWithMatches

    def record(self, request, roster_id):
        roster = trail.read(Roster.objects.select_related("by"), by=request.user, verb=self.verb, pk=roster_id)
        roster.seen = RosterMatch.objects.visible_to(request.user).of_roster(roster).with_people(request.user)
        return roster


class ImportRoster(Log):
    """A list of who was booked and released, as CSV or XLSX. Nobody is created by it; owners of matches are told."""

    form, service, answer = forms.ImportRosterForm, services.import_roster, serializers.RosterFacts


class AnswerRosterMatch(Act):
    form, service, answer = forms.AnswerRosterMatchForm, services.answer_roster_match, serializers.MatchFacts

    def given(self, request, match_id):
        rows = RosterMatch.objects.visible_to(request.user).select_related("answered_by", "dealer")
        return {"match": trail.find(rows, by=request.user, pk=match_id), "at": timezone.now()}


urlpatterns = [
    path("rosters/", ViewRosters.as_view(), name="view_rosters"),
    path("rosters/import/", ImportRoster.as_view(), name="import_roster"),
    path("rosters/<uuid:roster_id>/", ViewRoster.as_view(), name="view_roster"),
    path("roster-matches/<uuid:match_id>/answer/", AnswerRosterMatch.as_view(), name="answer_roster_match"),
]
