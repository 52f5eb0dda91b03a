"""Whether the promise asked for at the call-in is kept, and who was arrested again."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from callins.models.call_in import CallIn
from callins.models.invitation import Invitation, OfInvitationQuerySet
from callins.models.offer import Offer
from dealers.cases.models import Trigger
from dealers.cases.states import State as CaseState
from dealers.models import timeline
from dealers.models.timeline import at_noon

OFFICER = settings.AUTH_USER_MODEL


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
