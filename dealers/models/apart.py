"""Which records are kept apart from most officers: sealed ones, and those begun while the person was a juvenile.

A juvenile's record stays confidential when he comes of age (33 V.S.A. 5117); youthful offender proceedings are as
confidential (5281), and a court orders a record sealed (5119). The line of age and its statute are the task force's.
Why the day of the entry decides and not today's: docs/decisions/0038-apart-by-the-day-of-the-entry.md.
"""

from django.db import models
from django.db.models import DateField, DateTimeField, DurationField, Exists, ExpressionWrapper, F, Func, OuterRef, Q
from django.db.models.functions import Cast, Coalesce

from dealers.models.hold import RecordSeal
from dealers.models.owner import answered_for_by
from dmi.accounts.models import TaskForce

NOBODY = Q(pk__in=[])


def is_sealed():
    return Exists(RecordSeal.objects.standing().filter(dealer=OuterRef("pk")))


def is_juvenile():
    """Under the line on the day on which the record was begun. Of whom no birthday is known nothing is presumed."""
    years = Coalesce(TaskForce.objects.juvenile_until(), 18, output_field=models.IntegerField())
    line = F("logged_at") - Func(years, function="make_interval", output_field=DurationField())
    return Q(date_of_birth__gt=Cast(ExpressionWrapper(line, DateTimeField()), DateField()))


def hidden_from(officer):
    """What holds where a record is kept apart from this officer, whatever market he works.

    Sealed: from all but those who may read sealed records. A juvenile's: from all but those who may read these, its
    author and who answers for it.
    """
    hidden = NOBODY
    if not officer.has_perm("dealers.view_sealed"):
        hidden |= Q(is_sealed())
    if not officer.has_perm("dealers.view_juveniles"):
        hidden |= is_juvenile() & ~(Q(logged_by=officer) | answered_for_by(officer))
    return hidden


class Apart(models.QuerySet):
    """Dealers as far as they are kept apart."""

    def open_to(self, officer):
        """Less those kept apart from this officer."""
        return self.exclude(hidden_from(officer))

    def apart_from(self, officer):
        """Those kept apart from this officer: what names one of them is not for him either."""
        return self.filter(hidden_from(officer))

    def sealed_from(self, officer):
        """Those that even who is named for the person (as liaison, for a follow-up) does not see."""
        return self.none() if officer.has_perm("dealers.view_sealed") else self.filter(is_sealed())

    def sealed(self):
        return self.filter(is_sealed())

    def in_the_open(self):
        """Neither sealed nor a juvenile's: who may stand on a sheet, on an agenda, on a call-in, whoever makes it."""
        return self.exclude(Q(is_sealed()) | is_juvenile())

    def kept_apart(self):
        return self.filter(Q(is_sealed()) | is_juvenile())

    def begun_as_juveniles(self):
        return self.filter(is_juvenile())
