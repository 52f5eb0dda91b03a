"""Check-ins: a police officer visits several times a week, sees how somebody is, and offers support. [CS]"""

import uuid

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, Max, OuterRef, Prefetch, Q
from django.urls import reverse

from callins.models.offer import OfferCondition
from dealers.cases.models import Case
from dealers.models import CautionFlag, Dealer, timeline
from dealers.models.fact import OfVisibleDealer

OFFICER = settings.AUTH_USER_MODEL
TIMES_A_WEEK = 3  # Task force policy: several, outside the mandatory meeting


class CheckInScheduleQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        """The liaison sees his own, whoever the dealer is; otherwise who sees the dealer."""
        if not officer.has_perm("callins.view_check_ins"):
            return self.none()
        seen = self.exclude(dealer__in=Dealer.objects.sealed_from(officer))
        return seen.filter(Q(liaison=officer) | Q(pk__in=super().visible_to(officer).values("pk")))

    def standing(self):
        return self.filter(until_on=None)

    def begun_by(self, day):
        return self.filter(from_on__lte=day)

    def of_liaison(self, officer):
        return self.filter(liaison=officer)

    def with_people(self):
        """And whether the liaison has come to build this person's case, or to answer for the record: a fault."""
        of_the_person = Case.objects.filter(dealer=OuterRef("dealer"), owner=OuterRef("liaison"))
        answers = Dealer.objects.filter(pk=OuterRef("dealer"))
        answers = answers.filter(
            Q(assigned_to=OuterRef("liaison")) | Q(assigned_to=None, logged_by=OuterRef("liaison"))
        )
        return self.select_related("dealer", "liaison", "condition__offer", "by").annotate(
            builds_the_case=Exists(of_the_person) | Exists(answers)
        )

    def with_cautions(self):
        """What whoever goes to the door must know, as `dealer.warnings`."""
        return self.prefetch_related(Prefetch("dealer__cautions", CautionFlag.objects.standing(), to_attr="warnings"))

    def with_visits(self, since):
        """Those from that moment on, the latest first, as `recent`; and when the person was last met."""
        recent = CheckIn.objects.since(since).select_related("by")
        return self.prefetch_related(Prefetch("check_ins", recent, to_attr="recent")).annotate(
            last_met_at=Max("check_ins__at", filter=Q(check_ins__is_met=True))
        )


@pghistory.track()
class CheckInSchedule(models.Model):
    """How often somebody is visited, by whom, on which conditions; open-ended. The liaison is not his investigator."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    liaison = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    condition = models.ForeignKey(
        OfferCondition, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # that allows inspections
    times_a_week = models.PositiveSmallIntegerField(
        default=TIMES_A_WEEK, validators=[MinValueValidator(1), MaxValueValidator(7)]
    )
    where = models.CharField(max_length=120)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CheckInScheduleQuerySet.as_manager()

    class Meta:
        ordering = ["where"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer"], condition=Q(until_on=None), name="one_check_in_schedule",
                violation_error_message="Check-ins with this person are scheduled already; change that schedule.",
            )
        ]  # fmt: skip

    CORRECTED = ("liaison", "condition", "times_a_week", "where")  # what a change may touch

    def __str__(self):
        return f"Check-ins with {self.dealer}"

    def get_absolute_url(self):
        return reverse("callins:view_schedule", args=[self.pk])

    @property
    def is_standing(self):
        return self.until_on is None

    @property
    def allows_inspections(self):
        """By a condition of a plea that still binds."""
        return bool(self.condition and self.condition.is_binding)

    @property
    def fault(self):
        """Why the liaison can not go on visiting, in words; with_people() fetches what it asks for."""
        if not self.is_standing:
            return ""
        if self.builds_the_case:  # annotated
            return f"{self.liaison} now answers for this person's case or record: name another liaison."
        visits = self.liaison.has_perm("callins.log_check_in")
        return "" if visits else f"{self.liaison} makes no check-ins any more: name another liaison."


class CheckInQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(schedule__in=CheckInSchedule.objects.visible_to(officer))

    def of(self, schedule):
        return self.filter(schedule=schedule)

    def since(self, moment):
        return self.filter(at__gte=moment)

    def made(self):
        return self.filter(is_met=True)

    def unanswered(self):
        return self.filter(is_met=False)

    def by_officer(self, officer):
        return self.filter(by=officer)

    def with_people(self):
        return self.select_related("by")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(schedule__dealer=dealer), models.F("at"), "callins.checkin")

    def for_timeline(self):
        return self.select_related("schedule__dealer", "by")


@pghistory.track()
class CheckIn(models.Model):
    """One visit, a police record. Without a basis there is no inspection, only a visit."""

    class Wellbeing(models.TextChoices):
        GOOD = "good", "Doing well"
        UNSURE = "unsure", "Not sure"
        BAD = "bad", "Not well"

    class Basis(models.TextChoices):
        CONDITION = "condition", "Condition of the plea"
        CONSENT = "consent", "Consent of the occupant"
        SUPERVISION = "supervision", "Supervising officer present"

    inspection_refused = ""  # in the words of the service that logged it; the visit stands all the same

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    schedule = models.ForeignKey(CheckInSchedule, on_delete=models.PROTECT, related_name="check_ins")
    is_met = models.BooleanField()  # false: no answer
    place = models.CharField(max_length=120, blank=True)
    wellbeing = models.CharField(max_length=10, choices=Wellbeing, blank=True)
    support_offered = models.CharField(max_length=200, blank=True)
    is_inspected = models.BooleanField(default=False)
    basis = models.CharField(max_length=12, choices=Basis, blank=True)
    basis_said = models.CharField(max_length=120, blank=True)  # number of the condition, who consented, which officer
    present = models.CharField(max_length=160, blank=True)
    findings = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="inspection_has_a_basis", condition=Q(is_inspected=False) | (~Q(basis="") & ~Q(basis_said="")),
                violation_error_message="Without a basis no residence is inspected; the visit counts all the same.",
            ),
            models.CheckConstraint(
                name="findings_of_an_inspection", condition=Q(is_inspected=True) | Q(findings="", basis=""),
                violation_error_message="Findings belong to an inspection.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.at:%-d %b %Y}"


class SupportContactQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        """The liaison sees his own; otherwise who sees the dealer and has to do with support contacts at all."""
        if not officer.has_perm("callins.view_support_contacts"):
            return self.none()
        seen = self.exclude(dealer__in=Dealer.objects.sealed_from(officer))
        return seen.filter(Q(liaison=officer) | Q(pk__in=super().visible_to(officer).values("pk")))

    def current_first(self, on):
        """Those that stand or are to come, then those that have ended."""
        is_over = models.Case(models.When(until_on__lt=on, then=1), default=0)
        return self.order_by(is_over, "dealer__last_name", "dealer__known_as", "-from_on")

    def standing(self, on):
        return self.overlapping(on, on)

    def overlapping(self, first, last):
        """On at least one of these days; `last` may be None, for no end."""
        begun = self if last is None else self.filter(from_on__lte=last)
        return begun.filter(Q(until_on=None) | Q(until_on__gte=first))

    def with_people(self):
        return self.select_related("dealer", "liaison")


@pghistory.track()
class SupportContact(models.Model):
    """Somebody whom patrol treats as in contact with a liaison: no reason is kept, and none may be guessed from it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    liaison = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    asks_to_call = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SupportContactQuerySet.as_manager()

    class Meta:
        ordering = ["dealer__last_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer"], condition=Q(until_on=None), name="one_support_contact",
                violation_error_message="This person is a support contact already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.dealer)

    def is_standing_on(self, day):
        return self.until_on is None or day <= self.until_on
