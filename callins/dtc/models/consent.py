"""What a participant allows to be told, to whom, until when; and the account of every disclosure (42 CFR Part 2)."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import pghistory
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from callins.dtc.models.participant import Enrolment, Participant
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program import consents
from callins.dtc.program.attempts import Ending

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."  # 2.32, the short form


@dataclass(frozen=True)
class Standing:
    """A consent at one moment."""

    consent: "Consent"
    at: datetime

    @property
    def is_in_force(self):
        return not self.why_not

    @property
    def why_not(self):
        return self.consent.why_not(self.at)

    @property
    def why_not_revocable(self):
        return self.consent.why_not_revocable(self.at)

    @property
    def ends_soon(self):
        return self.is_in_force and consents.ends_soon(self.consent.expires_on, localdate(self.at))

    @property
    def told_times(self):
        return self.consent.told_times


class ConsentQuerySet(TeamsQuerySet):
    def in_force(self, at):
        """Signed, neither expired nor revoked at that moment."""
        day = localdate(at)
        return self.filter(signed_on__lte=day).exclude(expires_on__lt=day).exclude(revoked_at__lte=at)

    def of(self, participant):
        return self.filter(participant=participant)

    def with_standing(self, at):
        """Each with what was told under it and how it stands at that moment: first what ends soon, last what ended."""
        standing = [Standing(consent, at) for consent in self.with_told().order_by("-signed_on", "-at")]
        return sorted(standing, key=lambda each: (not each.is_in_force, not each.ends_soon))

    def with_people(self):
        return self.select_related("participant").prefetch_related("named__officer")

    def with_told(self):
        """Each with whom it names, the statuses told under it, and how often anything was (`told_times`)."""
        told = Count("disclosures", distinct=True)
        return self.prefetch_related("named__officer", "reports__by").annotate(told_times=told)

    def ending_soon(self, at):
        """In force, and no more a month from now: time to speak about the next one."""
        return self.in_force(at).filter(expires_on__lte=consents.warned_until(localdate(at)))

    def naming(self, officer):
        return self.filter(named__officer=officer)

    def of_courses(self):
        """Under which a liaison may be told phase, day and next meeting."""
        return self.filter(rule=Consent.Rule.PATIENT, scope=Consent.Scope.COURSE)

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
        STATUS = "status", "Status only: enrolled, complying, not complying, or how the program was left"
        DOCKET = "docket", "Docket: status, phase, attendance, tests kept and failed, responses, recommendation"
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
        return reverse("callins:dtc:view_consents", args=[self.participant_id])

    @property
    def officers(self):
        """Of the recipients those who have an account here."""
        return [each.officer for each in self.named.all()]

    @property
    def badges(self):
        return [officer.badge for officer in self.officers]

    @property
    def scope_in_short(self):
        return self.get_scope_display().partition(":")[0]

    @property
    def tells_status(self):
        """2.35, of status or of the docket, which includes it."""
        return self.rule == self.Rule.JUSTICE and self.scope in consents.FOR_JUSTICE

    def is_in_force(self, at):
        """Signed, neither expired nor revoked at that moment; asked when it is used: it may end before."""
        return not self.why_not(at)

    def why_not(self, at):
        """Empty while it is in force; else why nothing may be told under it, and what to do."""
        revoked_at = localtime(self.revoked_at) if self.revoked_at else None
        return consents.why_not_in_force(self.signed_on, self.expires_on, revoked_at, localtime(at))

    def why_not_revocable(self, at):
        return consents.why_not_revocable(self.rule, self.revocable_from, self.revocable_on, localdate(at))


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
        """The team's all; to whoever a consent names, what was told under it, while it is in force."""
        if officer.has_perm("dtc.view_participant"):
            return self
        if officer.has_perm("dtc.view_status_reports"):
            return self.told_to(officer).tellable(timezone.now())
        return self.none()

    def told_to(self, officer):
        return self.filter(consent__named__officer=officer)

    def tellable(self, at):
        """Whose consent is in force at that moment: to show one after a revocation would be to tell it again."""
        return self.filter(consent__in=Consent.objects.in_force(at))

    def latest(self):
        """Of those, the last of each person."""
        last = self.order_by("enrolment__participant_id", "-at").distinct("enrolment__participant_id")
        return self.filter(pk__in=last.values("pk"))

    def before(self, report):
        """What was told of the same person earlier."""
        return self.filter(enrolment__participant=report.enrolment.participant_id, at__lt=report.at)

    def called(self, words):
        """By any part of the name."""
        for word in words.split():
            person = Q(enrolment__participant__last_name__icontains=word)
            self = self.filter(person | Q(enrolment__participant__first_name__icontains=word))
        return self

    def with_people(self):
        return self.select_related("enrolment__participant", "consent").prefetch_related("by")


@pghistory.track()
class StatusReport(models.Model):
    """What court, prosecutor and supervising officer are told under a 2.35 consent: one word and its date, never a
    test. It can trigger nothing: who is told acts in court, and enters that act himself.
    """

    class Says(models.TextChoices):
        ENROLLED = "enrolled", "Enrolled"
        COMPLYING = "complying", "Complying"
        NOT_COMPLYING = "not_complying", "Not complying"
        GRADUATED = Ending.GRADUATED.value, "Graduated"
        TERMINATED = Ending.TERMINATED.value, "Terminated"
        WITHDREW = Ending.WITHDREW.value, "Withdrew"

    FACTS = (Says.GRADUATED, Says.TERMINATED, Says.WITHDREW)  # of the course; the rest is the team's word

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

    def get_absolute_url(self):
        return reverse("callins:dtc:view_status_report", args=[self.pk])

    @classmethod
    def sayable(cls, enrolment):
        """What may be said of an admission today: how it ended, or while it runs a word of the team's."""
        if enrolment.is_open:
            return [cls.Says(word) for word in cls.Says.values if word not in cls.FACTS]
        return [cls.Says(enrolment.ended_as)]


class DisclosureQuerySet(TeamsQuerySet):
    def of(self, participant):
        return self.filter(participant=participant)

    def about(self, words):
        """What was told, or to whom, holds every one of the words."""
        for word in words.split():
            self = self.filter(Q(what__icontains=word) | Q(recipients__icontains=word))
        return self

    def of_courses_to(self, officer, since):
        """What a liaison was shown from that moment on."""
        return self.filter(by=officer, at__gte=since, consent__scope=Consent.Scope.COURSE)

    def with_facts(self):
        """Each with its consent, the session on whose docket it was, and who told it."""
        return self.select_related("consent", "session").prefetch_related("by")


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

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.what
