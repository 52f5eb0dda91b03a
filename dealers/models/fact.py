"""What every fact about a dealer carries: source and grade, who entered it and when, and whether it still holds."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from dealers.models.grades import Graded, Reliability, Validity
from dealers.models.owner import answered_for_by

OFFICER = settings.AUTH_USER_MODEL


class OfVisibleDealer(models.QuerySet):
    """Rows that are seen by whoever sees their dealer."""

    def visible_to(self, officer):
        dealers = self.model._meta.get_field("dealer").related_model  # Dealer stands above this module
        return self.filter(dealer__in=dealers.objects.visible_to(officer))

    def of(self, dealer):
        return self.filter(dealer=dealer)

    def about(self, dealers):
        return self.filter(dealer__in=dealers)

    def owned_by(self, officer):
        """Of dealers for whom this officer answers."""
        return self.filter(answered_for_by(officer, "dealer__"))


class FactQuerySet(OfVisibleDealer):
    def standing(self):
        """What has not been withdrawn as wrong."""
        return self.filter(withdrawn_at=None)


class Fact(Graded):
    """Something known of a dealer. Correcting it changes the row, and its history keeps what stood there.

    What proves wrong is withdrawn with a reason and stays readable on the History tab.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reliability = models.CharField(max_length=1, choices=Reliability, default=Reliability.F)
    validity = models.CharField(max_length=1, choices=Validity, default=Validity.UNKNOWN)
    source = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True


class LastingQuerySet(FactQuerySet):
    def current(self):
        """Standing, and not known to be over."""
        return self.standing().filter(until_on=None)

    def past(self):
        """Standing as having been so, once."""
        return self.standing().exclude(until_on=None)


class Lasting(Fact):
    """A fact that may come to an end without having been wrong: an address left, a phone given up."""

    until_on = models.DateField(null=True, blank=True)

    objects = LastingQuerySet.as_manager()

    class Meta:
        abstract = True


STANDING = Q(withdrawn_at=None)  # what a unique constraint counts: a withdrawn fact may be entered anew
