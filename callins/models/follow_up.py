"""Afterwards: who stays in touch with whom, what help came, and whether the promise was kept."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from callins import rules
from callins.models.call_in import CallIn, ReservedService
from callins.models.invitation import Invitation, OfInvitationQuerySet
from callins.models.offer import Offer
from dealers.cases.models import Trigger
from dealers.cases.states import State as CaseState
from dealers.models import timeline
from dealers.models.timeline import at_noon

OFFICER = settings.AUTH_USER_MODEL


def evening_of(call_in):
    """The day from which everything afterwards is counted, by the clocks of the task force."""
    return timezone.localdate(call_in.starts_at)


class FollowUpQuerySet(OfInvitationQuerySet):
    def open(self):
        """Owed still: an invitation withdrawn owes nothing."""
        return self.filter(done_at=None, invitation__withdrawn_at=None)

    def owned_by(self, officer):
        return self.filter(owner=officer)

    def due_by(self, day):
        """Open, and due on that day or before."""
        return self.open().filter(due_on__lte=day)

    def overdue(self, today):
        return self.open().filter(due_on__lt=today)

    def to_chase(self, officer, today):
        """What others owe and have let go by, and what nobody would do."""
        late = Q(due_on__lt=today) & ~Q(owner=officer)
        return self.open().filter(late | Q(owner__is_active=False))

    def with_people(self):
        """Who is to be contacted, of which call-in, by whom; and how often it was tried."""
        people = self.select_related("invitation__dealer", "invitation__call_in", "owner")
        return people.prefetch_related(models.Prefetch("attempts", FollowUpAttempt.objects.select_related("by")))

    def on_timeline(self, dealer, officer):
        done = self.visible_to(officer).filter(invitation__dealer=dealer, done_at__isnull=False)
        return timeline(done, F("done_at"), "callins.followup")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class FollowUp(models.Model):
    """A contact that somebody owes: the first within 72 hours, then at 30, 90, 180 and 365 days; a visit the same day
    to who did not come."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Visit the same day"
        FIRST = "first", "First contact"
        MONTH = "month", "30 days"
        QUARTER = "quarter", "90 days"
        HALF_YEAR = "half_year", "180 days"
        YEAR = "year", "One year"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="follow_ups")
    kind = models.CharField(max_length=10, choices=Kind)
    owner = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    is_reached = models.BooleanField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "kind"], name="followed_up_once",
                violation_error_message="This contact is planned already.",
            ),
            models.CheckConstraint(
                name="done_says_whether_reached",
                condition=Q(done_at=None, is_reached=None) | Q(done_at__isnull=False, is_reached__isnull=False),
                violation_error_message="Say whether you reached the person.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}: {self.invitation.dealer}"

    @property
    def is_open(self):
        return self.done_at is None

    @property
    def days_tried(self):
        return {timezone.localdate(attempt.tried_at) for attempt in self.attempts.all()}

    @property
    def counts_from(self):
        """The first day on which a contact counts as this one."""
        return rules.counts_from(self.due_on, evening_of(self.invitation.call_in))

    def standing(self, today):
        """done, missed (tried in vain), overdue, today, or ahead: what a cell of the board says."""
        if not self.is_open:
            return "done" if self.is_reached else "missed"
        if self.due_on < today:
            return "overdue"
        return "today" if self.due_on == today else "ahead"


class FollowUpAttemptQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(follow_up__in=FollowUp.objects.visible_to(officer))


@pghistory.track()
class FollowUpAttempt(models.Model):
    """Somebody called or went: reached or not. Three days in vain end the contact (callins.rules)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="attempts")
    tried_at = models.DateTimeField()
    is_reached = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowUpAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["tried_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up"], condition=Q(is_reached=True), name="reached_once",
                violation_error_message="This contact was made already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return "Reached" if self.is_reached else "Not reached"


class ServiceRequestQuerySet(OfInvitationQuerySet):
    def waiting(self):
        return self.filter(delivered_on=None, invitation__withdrawn_at=None)

    def with_people(self):
        return self.select_related("invitation__dealer", "invitation__call_in", "by")

    def days_to_first(self, call_ins):
        """(invitation, day of the call-in, day on which the first help came) of everybody whom help reached."""
        came = self.filter(invitation__call_in__in=call_ins, delivered_on__isnull=False)
        rows = came.values("invitation").annotate(
            evening=TruncDate("invitation__call_in__starts_at"), first=Min("delivered_on")
        )
        return [(row["invitation"], row["evening"], row["first"]) for row in rows.order_by("first", "invitation")]


@pghistory.track()
class ServiceRequest(models.Model):
    """Help that was asked for, and the day on which it came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="service_requests")
    service = models.CharField(max_length=10, choices=ReservedService.Service)
    provider = models.CharField(max_length=80, blank=True)
    asked_on = models.DateField()
    delivered_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ServiceRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on"]
        constraints = [
            models.CheckConstraint(
                name="delivered_after_asked", condition=Q(delivered_on=None) | Q(delivered_on__gte=F("asked_on")),
                violation_error_message="Help can not come before it was asked for.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.get_service_display()

    @property
    def days_to_delivery(self):
        return rules.days_between(self.asked_on, self.delivered_on)


class WordQuerySet(OfInvitationQuerySet):
    def last_of(self, call_ins):
        """The last word on each invitation: what counts for the results."""
        return (
            self.filter(invitation__call_in__in=call_ins)
            .order_by("invitation_id", "-found_on", "-at")
            .distinct("invitation")
        )

    def unanswered(self):
        """Broken, and nothing followed yet: on a banked case nobody asked for its activation since, on a plea the
        offer stands as accepted. The promise of the call-in is credible only when something does."""
        asked = Trigger.objects.filter(case=OuterRef("invitation__case"), requested_at__gte=OuterRef("at"))
        banked = Q(invitation__case__state=CaseState.BANKED, invitation__call_in__form=CallIn.Form.BANKED)
        plea = Q(invitation__call_in__form=CallIn.Form.PLEA, invitation__offer__state=Offer.State.ACCEPTED)
        return self.filter(Q(is_kept=False) & (banked & ~Exists(asked) | plea))

    def with_people(self):
        return self.select_related(
            "invitation__dealer", "invitation__call_in", "invitation__case", "invitation__offer", "by"
        )  # fmt: skip

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(invitation__dealer=dealer), at_noon("found_on"), "callins.word")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Word(models.Model):
    """Whether somebody kept the promise asked of him at the call-in, as was found on a day, and on what it rests."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="words")
    is_kept = models.BooleanField()
    found_on = models.DateField()
    basis = models.CharField(max_length=300)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = WordQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "found_on", "is_kept"], name="word_found_once_a_day",
                violation_error_message="This was recorded for that day already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return "Kept" if self.is_kept else "Broken"


class RearrestQuerySet(OfInvitationQuerySet):
    def with_people(self):
        return self.select_related("invitation__dealer", "invitation__call_in", "by")

    def on_timeline(self, dealer, officer):
        return timeline(
            self.visible_to(officer).filter(invitation__dealer=dealer), at_noon("arrested_on"), "callins.rearrest"
        )

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Rearrest(models.Model):
    """Somebody who was called in was arrested again: what the results page counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="rearrests")
    arrested_on = models.DateField()
    offence = models.CharField(max_length=120)
    is_dealing = models.BooleanField()
    source = models.CharField(max_length=120)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RearrestQuerySet.as_manager()

    class Meta:
        ordering = ["-arrested_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "arrested_on", "offence"], name="rearrested_once",
                violation_error_message="This arrest is on record already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.offence


def followed(invitations):
    """Invitations with all that came after the evening, in a fixed number of queries."""
    contacts = FollowUp.objects.select_related("owner").prefetch_related("attempts")
    return invitations.select_related("offer").prefetch_related(
        models.Prefetch("follow_ups", contacts),
        models.Prefetch("service_requests", ServiceRequest.objects.select_related("by")),
        models.Prefetch("words", Word.objects.select_related("by")),
        models.Prefetch("rearrests", Rearrest.objects.select_related("by")),
    )


def ended_pleas(offers):
    """Of these offers those that ended while the prosecution is still open: the prosecutor goes on, either way."""
    ended = offers.filter(
        state__in=(Offer.State.COMPLETED, Offer.State.BREACHED), invitation__prosecution__outcome="open"
    )
    return ended.select_related("invitation__dealer", "invitation__prosecution").order_by("ended_on")
