"""What a participant allows to be told, to whom, until when; and the account of every disclosure (42 CFR Part 2)."""

import uuid

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

from callins.dtc.models.participant import Enrolment, Participant
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."  # 2.32, the short form


class ConsentQuerySet(TeamsQuerySet):
    def in_force(self, at):
        """Signed, neither expired nor revoked at that moment."""
        day = localdate(at)
        return self.filter(signed_on__lte=day).exclude(expires_on__lt=day).exclude(revoked_at__lte=at)

    def of(self, participant):
        return self.filter(participant=participant)

    def with_standing(self, at):
        """Each with whether it is in force at that moment, and what was told under it."""
        return [(consent, consent.is_in_force(at)) for consent in self.prefetch_related("reports")]

    def with_people(self):
        return self.select_related("participant").prefetch_related("named")

    def naming(self, officer):
        return self.filter(named__officer=officer)

    def participants(self):
        return self.values_list("participant", flat=True)

    def to_the_court(self):
        """Under which the court may be told whether somebody complies: 2.35, of status or of the docket."""
        scopes = (Consent.Scope.STATUS, Consent.Scope.DOCKET)
        return self.filter(rule=Consent.Rule.JUSTICE, scope__in=scopes, is_to_court=True)


@pghistory.track()
class Consent(models.Model):
    """One written consent. Under 2.31 it may be revoked at any time; under 2.35 (criminal justice) from the date or
    event that it names, no later than the final disposition.
    """

    class Rule(models.TextChoices):
        PATIENT = "2.31", "2.31, patient’s consent"
        JUSTICE = "2.35", "2.35, criminal justice"

    class Scope(models.TextChoices):
        STATUS = "status", "Status only: enrolled, complying, not complying, graduated, terminated"
        DOCKET = "docket", "Docket: status, phase, attendance, tests kept and failed, responses"
        COURSE = "course", "Phase, day and next meeting"
        CONTACT = "contact", "Support contact: a name and a liaison, no reason"
        PROCEEDINGS = "proceedings", "Use in proceedings"
        COUNSELLING = "counselling", "Counselling notes"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="consents")
    rule = models.CharField(max_length=4, choices=Rule)
    scope = models.CharField(max_length=12, choices=Scope)
    discloser = models.CharField(max_length=120)
    recipients = models.CharField(max_length=200)
    is_to_court = models.BooleanField(default=False, verbose_name="names the court")
    purpose = models.CharField(max_length=200)
    signed_on = models.DateField()
    signed_by = models.CharField(max_length=120)
    expires_on = models.DateField(null=True, blank=True)
    revocable_from = models.CharField(max_length=160, blank=True)  # 2.35: the date or event
    revocable_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, editable=False)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-signed_on"]
        constraints = [
            models.CheckConstraint(
                name="dtc_consent_ends",
                condition=Q(rule="2.31", expires_on__isnull=False) | Q(rule="2.35") & ~Q(revocable_from=""),
                violation_error_message="Under 2.31 name the day on which the consent expires; under 2.35 the date"
                " or event from which it may be revoked.",
            ),
            models.CheckConstraint(
                name="dtc_consent_expires_later", condition=Q(expires_on=None) | Q(expires_on__gte=F("signed_on")),
                violation_error_message="A consent expires after it was signed.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.rule}: {self.recipients}"

    def get_absolute_url(self):
        return self.participant.get_absolute_url()

    def is_in_force(self, at):
        """Signed, neither expired nor revoked at that moment; asked when it is used: it may end before."""
        day = localdate(at)
        has_expired = self.expires_on is not None and self.expires_on < day
        return self.signed_on <= day and not has_expired and not (self.revoked_at and self.revoked_at <= at)


@pghistory.track()
class ConsentRecipient(models.Model):
    """One of the recipients who has an account here: he, and nobody of his office beside him, finds what was told."""

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="named")
    officer = outward(OFFICER)

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consent", "officer"], name="dtc_named_once",
                violation_error_message="This officer is named in the consent already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.officer_id)


class StatusReportQuerySet(TeamsQuerySet):
    def visible_to(self, officer):
        """The team's all; to whoever a consent names, what was told under it."""
        if officer.has_perm("dtc.view_participant"):
            return self
        return self.told_to(officer) if officer.has_perm("dtc.view_status_reports") else self.none()

    def told_to(self, officer):
        return self.filter(consent__named__officer=officer)

    def with_people(self):
        return self.select_related("enrolment__participant", "consent")


@pghistory.track()
class StatusReport(models.Model):
    """What court, prosecutor and supervising officer are told under a 2.35 consent: one word and its date, never a
    test. It can trigger nothing: who is told acts in court, and enters that act himself.
    """

    class Says(models.TextChoices):
        ENROLLED = "enrolled", "Enrolled"
        COMPLYING = "complying", "Complying"
        NOT_COMPLYING = "not_complying", "Not complying"
        GRADUATED = "graduated", "Graduated"
        TERMINATED = "terminated", "Terminated"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="reports")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="reports")
    says = models.CharField(max_length=14, choices=Says)
    as_of = models.DateField()
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = StatusReportQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.get_says_display()


@pghistory.track()
class Disclosure(models.Model):
    """The account: what left, to whom, under which consent, when, with the notice. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="disclosures")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="disclosures")
    report = models.ForeignKey(StatusReport, null=True, on_delete=models.PROTECT, related_name="disclosures")
    session = models.ForeignKey(
        "dtc.DocketSession", null=True, on_delete=models.PROTECT, related_name="disclosures"
    )  # on whose docket it was printed
    recipients = models.CharField(max_length=200)
    what = models.CharField(max_length=200)
    notice = models.CharField(max_length=200, default=NOTICE)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.what
