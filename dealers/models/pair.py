"""What is kept once of two dealers, whichever way it is told: the lower id is `a`, the other one `b`."""

from django.db import models
from django.db.models import Q


def in_order(*two):
    """The lower id first; UUIDs order alike here and in PostgreSQL."""
    return sorted(two, key=lambda dealer: dealer.pk)


class PairQuerySet(models.QuerySet):
    def of(self, dealer):
        return self.filter(Q(a=dealer) | Q(b=dealer))

    def among(self, dealers):
        return self.filter(a__in=dealers, b__in=dealers)


class Pair(models.Model):
    """The two foreign keys are the model's own, for the sake of their names at the dealer's end."""

    class Meta:
        abstract = True

    def other(self, dealer):
        return self.b if dealer.pk == self.a_id else self.a

    def exchange(self, old, new):
        """`new` takes the place of `old`, the lower id again first. Not saved."""
        self.a, self.b = in_order(new, self.other(old))
