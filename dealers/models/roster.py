"""The jail's list of the day: who was booked, who was released. It creates nobody; it tells who is concerned."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q

from dealers.models.dealer import Dealer
from dealers.models.fact import OfVisibleDealer
from dealers.models.timeline import at_noon, timeline

OFFICER = settings.AUTH_USER_MODEL


class RosterQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Who read it, and whoever sees a dealer whom it may be about."""
        if not officer.has_perm("dealers.view_rosters"):
            return self.none()
        matches = RosterMatch.objects.visible_to(officer).filter(roster=OuterRef("pk"))
        return self.filter(Q(by=officer) | Exists(matches))

    def with_counts(self, officer):
        """How many matches this officer sees, and how many of them nobody has answered. Of others nothing is said."""
        seen = RosterMatch.objects.visible_to(officer).filter(roster=OuterRef("pk")).order_by().values("roster")
        count = models.Count("pk")
        return self.select_related("by").annotate(
            matched=models.functions.Coalesce(models.Subquery(seen.annotate(n=count).values("n")), 0),
            unanswered=models.functions.Coalesce(models.Subquery(seen.unanswered().annotate(n=count).values("n")), 0),
        )


class Roster(models.Model):
    """A list as it came: from where, when, how long. Of its people only those who match somebody are kept.

    `unread` says which lines could not be read and why, without a word of the people on them.
    """

    MOST_UNREAD = 100

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, editable=False)
    row_count = models.PositiveIntegerField()
    unread_count = models.PositiveIntegerField(default=0)
    unread = ArrayField(models.CharField(max_length=160), default=list)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RosterQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], name="roster_read_once", violation_error_message="This list has been read already."
            )
        ]

    def __str__(self):
        return f"{self.source}, {self.at:%-d %b %Y}"


class RosterMatchQuerySet(OfVisibleDealer):
    def unanswered(self):
        return self.filter(answer=RosterMatch.Answer.OPEN)

    def confirmed(self):
        return self.filter(answer=RosterMatch.Answer.SAME)

    def not_refuted(self):
        return self.exclude(answer=RosterMatch.Answer.OTHER)

    def told_since(self, moment):
        """Read or answered after that moment; with none, whenever."""
        return self.filter(Q(roster__at__gt=moment) | Q(answered_at__gt=moment)) if moment else self

    def since(self, day):
        """What happened on that day or later."""
        return self.filter(event_on__gte=day)

    def of_roster(self, roster):
        return self.filter(roster=roster)

    def with_people(self, officer):
        """Each with the dealer's card, who answered, and the list it stood on."""
        person = Dealer.objects.with_card(officer)
        return self.select_related("answered_by", "roster").prefetch_related(models.Prefetch("dealer", person))

    def on_timeline(self, dealer, officer):
        said = self.confirmed().of(dealer)
        return timeline(said, at_noon("event_on"), "dealers.rostermatch")

    def for_timeline(self):
        return self.select_related("answered_by", "roster")


class RosterMatch(models.Model):
    """A line of a roster that may be about a dealer. Somebody who knows says whether it is.

    The same line about the same dealer, on whichever list it comes again, is never asked about twice.
    """

    class Event(models.TextChoices):
        BOOKED = "booked", "Booked"
        RELEASED = "released", "Released"

    class Answer(models.TextChoices):
        OPEN = "open", "Not answered"
        SAME = "same", "Is the dealer"
        OTHER = "other", "Is somebody else"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="matches")
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="roster_matches")
    event = models.CharField(max_length=10, choices=Event)
    event_on = models.DateField()
    as_written = models.CharField(max_length=160)  # name and date of birth as the jail has them
    score = models.FloatField()
    reasons = ArrayField(models.CharField(max_length=120), default=list)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OPEN)
    answered_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = RosterMatchQuerySet.as_manager()

    class Meta:
        ordering = ["-event_on", "-score"]
        verbose_name_plural = "roster matches"
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "event", "event_on", "as_written"], name="roster_match_once",
                violation_error_message="This event is on record already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.dealer}: {self.get_event_display().lower()} {self.event_on:%-d %b %Y}"

    @property
    def percent(self):
        return round(100 * self.score)
