"""Who is called in: the promise behind it, counsel, who comes along, and what came of it."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from callins.models.call_in import CallIn, TeamMember
from dealers.cases.models import Case, Prosecution
from dealers.models import Dealer, Influential, timeline

OFFICER = settings.AUTH_USER_MODEL


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Need to know: until it is held those on it, and nobody else by any way; afterwards also who sees the dealer
        or owes him the follow-up. Of a sealed record nobody but who may read it.
        """
        if not officer.has_perm("callins.view_call_in"):
            return self.none()
        on_it = Q(call_in__in=TeamMember.objects.filter(officer=officer).values("call_in"))
        concerned = Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(follow_up_owner=officer)
        seen = self.exclude(dealer__in=Dealer.objects.sealed_from(officer))
        return seen.filter(on_it | Q(call_in__held_at__isnull=False) & concerned)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def of(self, call_in):
        return self.filter(call_in=call_in)

    def about(self, dealer):
        return self.filter(dealer=dealer)

    def not_to(self, call_in):
        return self.exclude(call_in=call_in)

    def of_dealers(self, dealers):
        return self.filter(dealer__in=dealers)

    def withdrawn(self):
        return self.exclude(withdrawn_at=None)

    def to_come(self):
        """To a call-in that is still planned."""
        return self.standing().filter(call_in__state__in=(CallIn.State.PLANNED, CallIn.State.READY))

    def attended(self):
        return self.filter(outcome=Invitation.Outcome.ATTENDED)

    def called_in_since(self, day):
        """To call-ins that were held on that day or later."""
        return self.filter(call_in__held_at__isnull=False, call_in__starts_at__date__gte=day)

    def with_people(self):
        return self.select_related(
            "call_in__market", "dealer", "case", "prosecution", "influential", "follow_up_owner", "by"
        )

    def with_letters(self):
        """With what became of each letter; not the letters themselves, which are long."""
        letters = self.model.letters.rel.related_model.objects  # it stands above this module
        told = letters.defer("content", "text").prefetch_related("service_attempts__by")
        return self.with_people().prefetch_related(models.Prefetch("letters", told))

    def with_file(self):
        """All that the page of one invitation shows of it."""
        contacts = InfluentialContact.objects.select_related("influential", "by")
        return (
            self.with_letters()
            .select_related("offer__agreement")
            .defer("offer__agreement__content")
            .prefetch_related(
                models.Prefetch("contacts", contacts, to_attr="outreach"),
                "evidence_shown__by", "offer__conditions",
            )
        )  # fmt: skip

    def on_timeline(self, dealer, officer):
        """On the evening itself; of one to come, which only those on it see, on the day of inviting."""
        rows = self.visible_to(officer).about(dealer).standing()
        return timeline(rows, Coalesce(F("call_in__held_at"), F("at")), "callins.invitation")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Invitation(models.Model):
    """One dealer called to one call-in, on a case or a plea, with somebody whose word counts."""

    outreach: list["InfluentialContact"]  # with_file() sets it

    class CounselAnswer(models.TextChoices):
        NOT_ASKED = "not_asked", "Not asked"
        WAITING = "waiting", "No answer yet"
        AGREES = "agrees", "Agrees"
        OBJECTS = "objects", "Objects"
        WAIVED = "waived", "Counsel waived, on file"

    class Rsvp(models.TextChoices):
        UNKNOWN = "unknown", "No answer"
        COMING = "coming", "Comes"
        NOT_COMING = "not_coming", "Does not come"

    class Outcome(models.TextChoices):
        PENDING = "pending", "Still to come"
        ATTENDED = "attended", "Attended"
        EXCUSED = "excused", "Excused"
        NO_SHOW = "no_show", "Did not come"
        IN_CUSTODY = "in_custody", "In custody"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call_in = models.ForeignKey(CallIn, on_delete=models.PROTECT, related_name="invitations")
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    prosecution = models.ForeignKey(Prosecution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    counsel_name = models.CharField(max_length=80, blank=True)
    counsel_noticed_on = models.DateField(null=True, blank=True)
    counsel_answer = models.CharField(max_length=10, choices=CounselAnswer, default=CounselAnswer.NOT_ASKED)
    influential = models.ForeignKey(Influential, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    rsvp = models.CharField(max_length=10, choices=Rsvp, default=Rsvp.UNKNOWN)
    rsvp_at = models.DateTimeField(null=True, blank=True)
    companion = models.CharField(max_length=80, blank=True)
    transport = models.CharField(max_length=160, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.PENDING)
    outcome_at = models.DateTimeField(null=True, editable=False)  # when it was tapped, not when the tap arrived here
    arrived_at = models.DateTimeField(null=True, blank=True)
    follow_up_owner = models.ForeignKey(
        OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(max_length=300, blank=True, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["dealer__last_name", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "dealer"], condition=Q(withdrawn_at=None), name="invited_once",
                violation_error_message="This person is invited already.",
            ),
            models.CheckConstraint(
                name="arrival_is_attendance", condition=Q(arrived_at=None) | Q(outcome="attended"),
                violation_error_message="Who has arrived has attended.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.dealer}, {self.call_in}"

    def get_absolute_url(self):
        return reverse("callins:view_invitation", args=[self.pk])

    @property
    def rests_on(self):
        """The case or the prosecution that carries it."""
        return self.case or self.prosecution

    @property
    def goes_to_counsel(self):
        """Letter and offer go to whoever defends, unless a waiver is on file."""
        return bool(self.counsel_name) and self.counsel_answer != self.CounselAnswer.WAIVED

    @property
    def letter(self):
        """The last one, whether it is printed or not."""
        return next(iter(self.letters.all()), None)

    @property
    def handed_over(self):
        """The visit on which a letter was handed over."""
        visits = (visit for letter in self.letters.all() for visit in letter.service_attempts.all())
        return next((visit for visit in visits if visit.is_delivered), None)


class OfInvitationQuerySet(models.QuerySet):
    """What hangs on an invitation: seen by whoever sees it."""

    def visible_to(self, officer):
        return self.filter(invitation__in=Invitation.objects.visible_to(officer))

    def of(self, invitation):
        return self.filter(invitation=invitation)


@pghistory.track()
class InfluentialContact(models.Model):
    """Somebody spoke with a person whose word counts: what was agreed, and the words planned together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="contacts")
    influential = models.ForeignKey(Influential, on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=80)
    consents = models.BooleanField()  # to be named at the call-in, or in the letter
    words = models.CharField(max_length=500, blank=True)  # planned with the person, in the person's own
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return str(self.influential)
