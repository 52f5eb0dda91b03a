"""Two records that may be one person: what was decided, and who was told that another record may exist."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models.dealer import Dealer
from dealers.models.fact import OfVisibleDealer
from dealers.models.pair import Pair, PairQuerySet, in_order

OFFICER = settings.AUTH_USER_MODEL


class JudgementQuerySet(PairQuerySet):
    def visible_to(self, officer):
        return self.among(Dealer.objects.visible_to(officer))

    def to_merge(self):
        """Found to be one person, and still two records."""
        return self.filter(verdict=Judgement.Verdict.SAME).select_related("a", "b", "by")

    def that_told_apart(self, dealer):
        return self.of(dealer).filter(verdict=Judgement.Verdict.DIFFERENT)


@pghistory.track()
class Judgement(Pair):
    """Whether two records are the same person, as an officer decided. Kept once, lower id first; remembered."""

    class Verdict(models.TextChoices):
        SAME = "same", "Same person"
        DIFFERENT = "different", "Different people"
        UNSURE = "unsure", "Not sure yet"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    a = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="judgements_a")
    b = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="judgements_b")
    verdict = models.CharField(max_length=10, choices=Verdict)
    because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = "comparison with another record"
        verbose_name_plural = "comparisons with other records"
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="judgement_of_two", condition=Q(a__lt=F("b")),
                violation_error_message="Compare two different records.",
            ),
            models.UniqueConstraint(
                fields=["a", "b"], name="judged_once", violation_error_message="These two are compared already."
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.a} and {self.b}: {self.get_verdict_display().lower()}"

    @classmethod
    def between(cls, dealer, other):
        """What was decided about these two, or an undecided one that is not saved; the lower id first."""
        a, b = in_order(dealer, other)
        return cls.objects.select_related("by").filter(a=a, b=b).first() or cls(a=a, b=b)


class PointerQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        """Who was given it, though the record stays hidden, and whoever sees the record."""
        return self.filter(Q(pk__in=self.given(officer)) | Q(pk__in=super().visible_to(officer)))

    def given(self, officer):
        """Nothing leads any more to a record that is kept apart from him by now."""
        return self.filter(given_to=officer).exclude(dealer__in=Dealer.objects.apart_from(officer))

    def about_visible(self, officer):
        """As those see them who see the record."""
        return super().visible_to(officer)

    def with_people(self):
        return self.select_related("dealer__assigned_to", "dealer__logged_by", "given_to", "reviewed_by")

    def to_review(self, officer):
        """Grave cautions were shown, and no supervisor has looked at why; nobody reviews his own."""
        return self.about_visible(officer).filter(danger_at__isnull=False, reviewed_at=None).exclude(given_to=officer)

    def asked_with_record(self, dealer):
        return self.filter(asked_with=dealer)

    def unseen(self):
        return self.filter(seen_at=None)


class Pointer(models.Model):
    """An officer logged somebody who may be in a record that he may not see: he was given the owner's phone, no more.

    Where danger was imminent he typed a reason and was shown the grave cautions; that is reviewed the next day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="pointers")
    given_to = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    asked_with = models.ManyToManyField(Dealer, related_name="+")  # the records whose facts led here when they asked
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)  # by the owner
    danger_because = models.CharField(max_length=300, blank=True)
    danger_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = PointerQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "given_to"], name="pointed_once",
                violation_error_message="This officer has been told already.",
            ),
            models.CheckConstraint(
                name="danger_has_a_reason", condition=Q(danger_at=None) | ~Q(danger_because=""),
                violation_error_message="Say what the danger is.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.given_to} asked about {self.dealer}"

    @property
    def owner_with_phone(self):
        """Whom to call: all that may be told of the record."""
        owner = self.dealer.owner
        return f"{owner}, {owner.phone}" if owner.phone else str(owner)
