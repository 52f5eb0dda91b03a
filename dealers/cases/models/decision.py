"""Who is prosecuted where and who is called in: the facts, the proposal, the decision of two."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.cases import track
from dealers.models import Dealer, timeline
from dealers.models.fact import OfVisibleDealer

OFFICER = settings.AUTH_USER_MODEL
TRACKS = [(each.value, each.label) for each in track.Track]


class TrackFactsQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        return super().visible_to(officer) if officer.has_perm("cases.view_tracks") else self.none()


class TrackDecisionQuerySet(TrackFactsQuerySet):
    def current(self):
        """The decision that nobody re-opened; of each dealer there is one at most."""
        return self.filter(reopened_at=None)

    def with_people(self):
        return self.select_related("dealer", "supervisor", "prosecutor")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), F("supervisor_at"), "cases.trackdecision")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class TrackFacts(models.Model):
    """What the rule asks about a dealer beyond what the records say themselves; corrected as more becomes known.

    The part in the market, fentanyl, supervision and age come from the records (dealers.cases.tracks).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.OneToOneField(Dealer, on_delete=models.CASCADE, related_name="+")
    is_out_of_state = models.BooleanField(default=False)
    is_violent = models.BooleanField(default=False)
    has_weapons = models.BooleanField(default=False)
    has_sexual_offence = models.BooleanField(default=False)
    has_arson = models.BooleanField(default=False)
    is_under_age = models.BooleanField(default=False)
    sells_weight = models.BooleanField(default=False)
    has_significant_prior_dealing = models.BooleanField(default=False)
    basis = models.CharField(max_length=600)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TrackFactsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "track facts"
        constraints = [
            models.CheckConstraint(
                name="track_facts_rest_on_something", condition=~Q(basis=""),
                violation_error_message="Say on what these facts rest: reports, convictions, dockets.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Facts about {self.dealer}"


@pghistory.track()
class TrackDecision(models.Model):
    """Which way a dealer goes: proposed by the rule, decided by supervisor and prosecutor."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    proposed = models.CharField(max_length=10, choices=TRACKS)
    proposed_because = models.CharField(max_length=200)
    decided = models.CharField(max_length=10, choices=TRACKS)
    supervisor = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    supervisor_because = models.CharField(max_length=300, blank=True)
    supervisor_at = models.DateTimeField()
    prosecutor = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    prosecutor_because = models.CharField(max_length=300, blank=True)
    prosecutor_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_because = models.CharField(max_length=300, blank=True)

    objects = TrackDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-supervisor_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer"], name="one_track_at_a_time", condition=Q(reopened_at=None),
                violation_error_message="A decision stands already; re-open it first.",
            ),
            models.CheckConstraint(
                name="track_by_two", condition=Q(prosecutor=None) | ~Q(prosecutor=F("supervisor")),
                violation_error_message="Supervisor and prosecutor are two people.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.dealer}: {self.get_decided_display()}"

    @property
    def is_final(self):
        return self.prosecutor_at is not None
