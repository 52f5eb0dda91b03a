"""What was told under a consent: one word to whom it names, and the account of every disclosure (42 CFR Part 2)."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from callins.dtc.models.consent import Consent
from callins.dtc.models.participant import Enrolment, Participant
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program.attempts import Ending

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."  # 2.32, the short form


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
