"""What the court sees and does: the weekly session's docket; incentives and sanctions with their promptness."""

import uuid

import pghistory
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from callins.dtc.models.consent import Consent
from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, CourtsQuerySet, TeamsQuerySet, outward


class ResponseQuerySet(TeamsQuerySet):
    def of(self, enrolment):
        return self.filter(enrolment=enrolment)

    def with_people(self):
        return self.select_related("enrolment__participant")

    def open(self):
        return self.filter(kind=Response.Kind.SANCTION, closed_on=None)

    def of_open_courses(self):
        return self.filter(enrolment__ended_on=None)


@pghistory.track()
class Response(models.Model):
    """An incentive or a sanction: to which behaviour, of which day, and how soon. What comes late teaches little."""

    class Kind(models.TextChoices):
        INCENTIVE = "incentive", "Incentive"
        SANCTION = "sanction", "Sanction"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="responses")
    kind = models.CharField(max_length=10, choices=Kind)
    behaviour = models.CharField(max_length=160)
    behaved_on = models.DateField()
    response = models.CharField(max_length=160)
    given_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on"]
        constraints = [
            models.CheckConstraint(
                name="dtc_response_follows", condition=Q(given_on__gte=F("behaved_on")),
                violation_error_message="A response follows what it answers.",
            ),
            models.CheckConstraint(
                name="dtc_closed_after_given", condition=Q(closed_on=None) | Q(closed_on__gte=F("given_on")),
                violation_error_message="A sanction is closed after it was given.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.response

    @property
    def days(self):
        """From the behaviour to the response."""
        return (self.given_on - self.behaved_on).days


class DocketSessionQuerySet(CourtsQuerySet):
    def coming(self, on):
        """From that day's on, the next one first."""
        return self.filter(starts_at__date__gte=on).order_by("starts_at")

    def past(self, on):
        return self.filter(starts_at__date__lt=on).order_by("-starts_at")

    def naming(self, enrolment):
        """On whose docket this admission stands."""
        return self.filter(entries__enrolment=enrolment)

    def called(self, words):
        """Whose judge or courtroom is called so, in part."""
        for word in words.split():
            self = self.filter(Q(judge__icontains=word) | Q(courtroom__icontains=word))
        return self

    def with_counts(self, officer):
        """Each with how many are on its docket whom this officer may see."""
        theirs = DocketEntry.objects.visible_to(officer).values("pk")
        return self.annotate(count=Count("entries", filter=Q(entries__in=theirs)))


@pghistory.track()
class DocketSession(models.Model):
    """One session of the court, weekly."""

    CORRECTED = ("starts_at", "courtroom", "judge")  # what a change may touch

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    starts_at = models.DateTimeField(unique=True)
    courtroom = models.CharField(max_length=60)
    judge = models.CharField(max_length=80)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = DocketSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]

    def __str__(self):
        return f"Session of {self.day:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("callins:dtc:view_docket", args=[self.pk])

    @property
    def day(self):
        return timezone.localdate(self.starts_at)


class DocketEntryQuerySet(CourtsQuerySet):
    def visible_to(self, officer):
        """The team's all. The clerk's: those of whom the court may be told at this minute, for to stand on this docket
        is to be in treatment."""
        rows = super().visible_to(officer)
        return rows if officer.has_perm("dtc.view_participant") else rows.told_to_court(timezone.now())

    def told_to_court(self, at):
        consents = Consent.objects.to_the_court().in_force(at)
        return self.filter(Exists(consents.filter(participant=OuterRef("enrolment__participant"))))

    def of(self, session):
        return self.filter(session=session)

    def of_enrolments(self, enrolments):
        return self.filter(enrolment__in=enrolments)

    def with_people(self):
        return self.select_related("session", "enrolment__participant")

    def last_seen(self, before):
        """By admission: when it stood before the court for the last time, of those that did before that moment."""
        seen = self.filter(session__starts_at__lt=before).values_list("enrolment").annotate(Max("session__starts_at"))
        return dict(seen.order_by())


@pghistory.track()
class DocketEntry(models.Model):
    """Somebody on a session's docket: what the team recommends, what the court ordered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(DocketSession, on_delete=models.CASCADE, related_name="entries")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="docket_entries")
    place = models.PositiveSmallIntegerField()
    recommendation = models.CharField(max_length=300, blank=True)
    order = models.CharField(max_length=300, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = DocketEntryQuerySet.as_manager()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "enrolment"], name="dtc_on_the_docket_once",
                violation_error_message="This person is on that docket already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.enrolment)

    def get_absolute_url(self):
        return reverse("callins:dtc:view_docket", args=[self.session_id])
