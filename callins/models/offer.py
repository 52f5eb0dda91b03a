"""What was offered at the call-in, on what conditions, and what came of it."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from callins.models.call_in import ReservedService
from callins.models.invitation import Invitation, OfInvitationQuerySet

OFFICER = settings.AUTH_USER_MODEL


class EvidenceShown(models.Model):
    """What was shown to the person that evening, as the case calls it; the exhibit itself stays in the case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="evidence_shown")
    what = models.CharField(max_length=160)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        verbose_name_plural = "evidence shown"

    def __str__(self):
        return self.what


class OfferQuerySet(OfInvitationQuerySet):
    def answered(self):
        return self.exclude(state=Offer.State.MADE)

    def with_terms(self):
        """With the person, the conditions, and whether it is signed."""
        people = self.select_related("invitation__dealer", "invitation__call_in", "invitation__case", "agreement", "by")
        return people.prefetch_related("conditions")

    def ended_pleas(self):
        """Ended while the prosecution is still open: the prosecutor goes on, either way."""
        ended = self.filter(
            state__in=(Offer.State.COMPLETED, Offer.State.BREACHED), invitation__prosecution__outcome="open"
        )
        return ended.select_related("invitation__dealer", "invitation__prosecution").order_by("ended_on")


@pghistory.track()
class Offer(models.Model):
    """Help, and on the plea form a reduced sentence on conditions in place of a banked case. [CS]"""

    class State(models.TextChoices):
        MADE = "made", "Made"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        COMPLETED = "completed", "Completed"
        BREACHED = "breached", "Breached"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="offer")
    services = ArrayField(models.CharField(max_length=10, choices=ReservedService.Service), default=list, blank=True)
    pending_count = models.CharField(max_length=120, blank=True)  # plea form: as charged, and as pleaded
    pleaded_count = models.CharField(max_length=120, blank=True)
    sentence = models.CharField(max_length=160, blank=True)  # agreed
    reduced_from = models.CharField(max_length=160, blank=True)
    judge = models.CharField(max_length=80, blank=True)
    plea_entered_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.MADE)
    answered_at = models.DateTimeField(null=True, editable=False)
    ended_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)  # of a breach, or of an answer
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="offer_is_answered_once",
                condition=Q(state="made", answered_at=None) | (~Q(state="made") & Q(answered_at__isnull=False)),
                violation_error_message="Say when the offer was answered.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Offer to {self.invitation.dealer}"

    @property
    def service_names(self):
        return [ReservedService.Service(each).label for each in self.services]

    @property
    def signed(self):
        """The agreement, once there is one."""
        return getattr(self, "agreement", None)


class OfferConditionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(offer__invitation__in=Invitation.objects.visible_to(officer))

    def about_inspections(self):
        return self.filter(kind=OfferCondition.Kind.INSPECTION)

    def allowing_inspections(self):
        """Of offers that were accepted and run: before nobody has agreed to anything, afterwards nobody is bound."""
        return self.about_inspections().filter(offer__state=Offer.State.ACCEPTED)

    def binding(self, dealer):
        return self.filter(offer__invitation__dealer=dealer)

    def with_dealer(self):
        return self.select_related("offer__invitation__dealer")


class OfferCondition(models.Model):
    """One condition of a plea; an inspection of a residence names its number."""

    class Kind(models.TextChoices):
        TREATMENT_COURT = "treatment_court", "Treatment court"
        TESTING = "testing", "Drug testing"
        INSPECTION = "inspection", "Inspections of the residence"
        SUPERVISION = "supervision", "Supervision"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="conditions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind)
    text = models.CharField(max_length=300)

    objects = OfferConditionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "number"], name="condition_numbered_once",
                violation_error_message="Two conditions have the same number.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.number}. {self.text}"

    @property
    def is_binding(self):
        return self.offer.state == Offer.State.ACCEPTED


class Agreement(models.Model):
    """What was signed: drawn on the tablet or a scanned page, with its hash."""

    class How(models.TextChoices):
        DRAWN = "drawn", "Signed on the screen"
        SCANNED = "scanned", "Scanned page"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="agreement")
    how = models.CharField(max_length=10, choices=How)
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64, editable=False)
    witness = models.CharField(max_length=80)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        triggers = [pgtrigger.Protect(name="agreement_stays_as_signed", operation=pgtrigger.Update)]

    def __str__(self):
        return self.sha256[:12]
