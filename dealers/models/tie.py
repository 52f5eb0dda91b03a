"""Who belongs together, and how."""

import uuid

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from dealers.models.dealer import Dealer
from dealers.models.fact import STANDING
from dealers.models.grades import PROBABLE, Graded
from dealers.models.pair import Pair, PairQuerySet, in_order
from dealers.models.timeline import timeline

OFFICER = settings.AUTH_USER_MODEL


class TieQuerySet(PairQuerySet):
    def standing(self):
        """What has not been withdrawn as wrong."""
        return self.filter(withdrawn_at=None)

    def visible_to(self, officer):
        """What was withdrawn is nowhere but in the history, which asks known_to."""
        return self.known_to(officer).standing()

    def known_to(self, officer):
        """Both ends must be visible: a tie would name the other."""
        if not officer.has_perm("dealers.view_dealer"):
            return self.none()
        return self.among(Dealer.objects.visible_to(officer))

    def probable(self):
        return self.filter(validity__in=PROBABLE)

    def ranked(self):
        """What rankings count: probable or better, between people on file, and no kinship."""
        on_file = Dealer.Status.ON_FILE
        return self.standing().probable().filter(a__status=on_file, b__status=on_file).exclude(kind=Tie.Kind.KIN)

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), F("logged_at"), "dealers.tie")

    def for_timeline(self):
        return self.select_related("a", "b", "by")


@pghistory.track()
class Tie(Pair, Graded):
    """Two dealers belong together in some way. Kept once, lower id first, whichever way it is told."""

    class Kind(models.TextChoices):
        SUPPLIES = "supplies", "Supplies"
        INTRODUCES = "introduces", "Introduces"
        CO_ARREST = "co_arrest", "Co-arrest"
        PHONE = "phone", "Phone contact"
        SEEN_TOGETHER = "seen_together", "Seen together"
        KIN = "kin", "Kin"
        ADDRESS = "address", "Shares address"

    DIRECTED = (Kind.SUPPLIES, Kind.INTRODUCES)
    CORRECTED = ("kind", "goes_from_a", "strength", "first_seen_on", "seen_on", "basis", "reliability", "validity")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    a = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="ties_a")
    b = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="ties_b")
    kind = models.CharField(max_length=20, choices=Kind)
    goes_from_a = models.BooleanField(null=True)  # who supplies or introduces; null where the kind has no direction
    strength = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1), MaxValueValidator(999)])
    first_seen_on = models.DateField(null=True, blank=True)  # where more than one day is known
    seen_on = models.DateField()  # last
    basis = models.CharField(max_length=300)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = TieQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on"]
        constraints = [
            models.CheckConstraint(
                name="tie_joins_two", condition=Q(a__lt=F("b")),
                violation_error_message="A tie joins two different dealers.",
            ),
            models.CheckConstraint(
                name="tie_seen_first_then_last", condition=Q(first_seen_on=None) | Q(first_seen_on__lte=F("seen_on")),
                violation_error_message="A tie can not be first seen after it was last seen.",
            ),
            models.UniqueConstraint(
                fields=["a", "b", "kind"], name="tie_once", condition=STANDING,
                violation_error_message="These two are already tied in this way; log an observation to strengthen it.",
            ),
            models.CheckConstraint(
                name="direction_where_there_is_one",
                condition=Q(kind__in=["supplies", "introduces"], goes_from_a__isnull=False)
                | (~Q(kind__in=["supplies", "introduces"]) & Q(goes_from_a=None)),
                violation_error_message="Say who supplies or introduces whom.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.a} and {self.b}: {self.get_kind_display().lower()}"

    @classmethod
    def between(cls, dealer, other, *, kind, **facts):
        """A tie from `dealer` to `other`."""
        a, b = in_order(dealer, other)
        return cls(a=a, b=b, kind=kind, goes_from_a=a == dealer if kind in cls.DIRECTED else None, **facts)

    def exchange(self, old, new):
        """And the direction stays as it was."""
        goes_from = None if self.goes_from_a is None else (self.a_id if self.goes_from_a else self.b_id)
        super().exchange(old, new)
        if goes_from is not None:
            self.goes_from_a = self.a_id == (new.pk if goes_from == old.pk else goes_from)
