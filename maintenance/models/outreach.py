"""Help comes after every sweep and every overdose [CS]: a task to a treatment partner, never an intelligence record."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers import spoken
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
FEW = 20  # so far back somebody is looked for who still reaches out


class OutreachTaskQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """The partner's own; who gives them out, those of his markets."""
        if officer.has_perm("maintenance.ask_for_outreach"):
            return self.filter(Q(market__in=Market.objects.worked_by(officer)) | Q(partner=officer))
        return self.filter(partner=officer) if officer.has_perm("maintenance.answer_outreach") else self.none()

    def of_market(self, market):
        return self.filter(market=market)

    def given_to(self, officer):
        return self.filter(partner=officer)

    def nobodys(self):
        """Those the clock asked for before anybody ever had one in their market, or whose partner is gone."""
        return self.filter(Q(partner=None) | Q(partner__is_active=False))

    def open(self):
        return self.filter(ended_on=None)

    def waiting(self):
        """Still open, and contact was not made."""
        return self.open().filter(contacted_on=None)

    def ended(self):
        return self.exclude(ended_on=None)

    def late_on(self, day):
        return self.waiting().filter(due_on__lt=day)

    def left_on(self, day):
        """For who gives it out: what is nobody's, and where nobody came by its day."""
        nobodys = Q(partner=None) | Q(partner__is_active=False)
        return self.open().filter(nobodys | Q(due_on__lt=day, contacted_on=None))

    def since(self, day):
        return self.filter(happened_on__gte=day)

    def open_first(self):
        """What is still to be done by its day, then what is over, the latest first."""
        return self.order_by(F("ended_on").desc(nulls_first=True), "due_on", "pk")

    def last_partner(self, market):
        """Who reached out there last and still does; None where nobody ever did."""
        had = self.of_market(market).filter(partner__is_active=True).select_related("partner").order_by("-at", "pk")
        return next((task.partner for task in had[:FEW] if task.partner.has_perm("maintenance.answer_outreach")), None)

    def keys_since(self, market, day):
        """What was asked for already, of whatever happened there from that day on."""
        return set(self.of_market(market).since(day).values_list("occasion_key", flat=True))

    def with_people(self):
        return self.select_related("market", "partner", "by")


@pghistory.track(exclude=["agreed_name", "agreed_phone"])  # what is forgotten at the end is not kept beside it
class OutreachTask(models.Model):
    """A place and a day. A name stands here only where the person agreed to be looked up, and only until the end."""

    class Occasion(models.TextChoices):
        SWEEP = "sweep", "After a sweep"
        OVERDOSE = "overdose", "After an overdose"
        OTHER = "other", "Other"

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Help accepted"
        LATER = "later", "Wants to be asked again"
        REFUSED = "refused", "Help refused"
        NOT_FOUND = "not_found", "Nobody found"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=10, choices=Occasion)
    occasion_key = models.CharField(max_length=40)  # of maintenance.rules.occasion_key: once each
    happened_on = models.DateField()
    place = models.CharField(max_length=160)
    agreed_name = models.CharField(max_length=120, blank=True)
    agreed_phone = models.CharField(max_length=30, blank=True)
    has_agreed = models.BooleanField(default=False)
    partner = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    contacted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OutreachTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "occasion_key"], name="outreach_once_an_occasion",
                violation_error_message="Outreach after this was asked for already.",
            ),
            models.CheckConstraint(
                name="outreach_names_who_agreed", condition=Q(has_agreed=True) | Q(agreed_name="", agreed_phone=""),
                violation_error_message="A name stands here only where the person agreed.",
            ),
            models.CheckConstraint(
                name="outreach_forgets_names", condition=Q(ended_on=None) | Q(agreed_name="", agreed_phone=""),
                violation_error_message="A name goes with the end of the task.",
            ),
            models.CheckConstraint(
                name="outreach_follows_what_happened",
                condition=Q(contacted_on=None) | Q(contacted_on__gte=F("happened_on")),
                violation_error_message="Contact is made after what it follows.",
            ),
            models.CheckConstraint(
                name="outreach_ends_with_an_outcome",
                condition=Q(ended_on=None, outcome="") | Q(ended_on__isnull=False) & ~Q(outcome=""),
                violation_error_message="Say what came of it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_occasion_display()}, {self.place}"

    def get_absolute_url(self):
        return reverse("maintenance:view_outreach_task", args=[self.pk])

    @property
    def is_open(self):
        return self.ended_on is None

    def is_late(self, today):
        return self.is_open and self.contacted_on is None and self.due_on < today

    def is_told_names(self, officer):
        """Whom the person agreed to: who reaches out, and who took the word. Nobody reads it who gathers."""
        return officer.pk in (self.partner_id, self.by_id)

    @property
    def phone_in_words(self):
        return spoken.phone(self.agreed_phone)

    @property
    def days_to_contact(self):
        return (self.contacted_on - self.happened_on).days if self.contacted_on else None
