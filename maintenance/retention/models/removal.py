"""The end of a record: asked for by one, done by another, certified without a word of the person."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers.models import Dealer

OFFICER = settings.AUTH_USER_MODEL


class RemovalQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Of records one may see, and of those that are gone what one asked for or answered.

        Who reads the trail sees all, without the person.
        """
        if not officer.has_perm("retention.view_removals"):
            return self.none()
        if officer.has_perm("audit.view_trail"):
            return self
        own = Q(asked_by=officer) | Q(answered_by=officer)
        return self.filter(Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(dealer=None) & own)

    def waiting(self):
        return self.filter(state=Removal.State.ASKED)

    def waiting_for(self, officer):
        """The longest first."""
        return self.waiting().exclude(asked_by=officer).order_by("asked_at")

    def done(self):
        return self.filter(state=Removal.State.DONE)

    def saying(self, words):
        return self.filter(reference__icontains=words)

    def waiting_first(self):
        asked = models.Case(models.When(state=Removal.State.ASKED, then=0), default=1)
        return self.order_by(asked, "-asked_at")

    def with_people(self, officer):
        """With the person as far as this officer may see him."""
        person = models.Prefetch("dealer", Dealer.objects.visible_to(officer), to_attr="person")
        return self.select_related("asked_by", "answered_by").prefetch_related(person)


@pghistory.track(exclude=["order_number"])
class Removal(models.Model):
    """A record that shall leave, and when it has, the certificate: ids, counts and hashes, nothing of the person."""

    class Kind(models.TextChoices):
        PURGE = "purge", "Purge"
        EXPUNGEMENT = "expungement", "Expungement"

    class Ground(models.TextChoices):
        REVIEW = "review", "Not validated within five years (28 CFR 23.20(h))"
        UNFOUNDED = "unfounded", "The predicate does not stand (28 CFR 23.20(a))"
        ORDER = "order", "A court's order"

    class State(models.TextChoices):
        ASKED = "asked", "Waits for a second person"
        REFUSED = "refused", "Refused"
        DONE = "done", "Removed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    record = models.UUIDField(editable=False)  # the dealer's id, which outlives the row
    reference = models.CharField(max_length=20, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    ground = models.CharField(max_length=12, choices=Ground)
    order_number = models.CharField(max_length=60, blank=True)  # a docket leads to a name: it goes with the record
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField(max_length=200, blank=True)
    rows = models.JSONField(default=dict, editable=False)  # how many of each kind of row went
    sha256 = models.CharField(max_length=64, blank=True, editable=False)  # of the ids that went, sorted
    editions = models.JSONField(default=list, editable=False)  # sheets that named them: edition, hash then, hash now
    gone_from_backups_on = models.DateField(null=True, editable=False)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["record"], condition=Q(state="asked"), name="one_open_removal",
                violation_error_message="The removal of this record is asked for already.",
            ),
            models.CheckConstraint(
                name="removed_by_two", condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")),
                violation_error_message="You asked for it; somebody else answers.",
            ),
            models.CheckConstraint(
                name="answered_by_somebody",
                condition=Q(state="asked", answered_by=None, answered_at=None)
                | ~Q(state="asked") & Q(answered_by__isnull=False, answered_at__isnull=False),
                violation_error_message="Who answers does so on a day.",
            ),
            models.CheckConstraint(
                name="refused_for_a_reason", condition=~Q(state="refused") | ~Q(refused_because=""),
                violation_error_message="Say why it is refused.",
            ),
            models.CheckConstraint(
                name="expunged_by_order", condition=~Q(kind="expungement") | Q(ground="order"),
                violation_error_message="An expungement follows a court's order.",
            ),
            models.CheckConstraint(
                name="removed_is_certified",
                condition=~Q(state="done") | Q(dealer=None, order_number="") & ~Q(sha256=""),
                violation_error_message="What is removed leaves its certificate and nothing else.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()} of {self.reference}"

    def get_absolute_url(self):
        return reverse("retention:view_removal", args=[self.pk])

    @property
    def is_open(self):
        return self.state == self.State.ASKED

    @property
    def is_done(self):
        return self.state == self.State.DONE

    def may_be_answered_by(self, officer):
        return self.is_open and self.asked_by_id != officer.pk and officer.has_perm("retention.approve_removal")
