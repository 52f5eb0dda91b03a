"""What a participant allows to be told, to whom, until when (42 CFR Part 2)."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import pghistory
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from callins.dtc.models.participant import Participant
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program import consents


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
