"""Who takes part, and how each came to be admitted."""

import uuid

import pghistory
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse

from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program.attempts import Ending
from callins.models import Offer
from dealers.models import Dealer


class ParticipantQuerySet(TeamsQuerySet):
    def called(self, words):
        """By any part of the name."""
        for word in words.split():
            self = self.filter(Q(last_name__icontains=word) | Q(first_name__icontains=word))
        return self

    def alike(self, last_name, first_name, born_on):
        """Of this name and birth date: the same person."""
        return self.filter(last_name__iexact=last_name, first_name__iexact=first_name, born_on=born_on)

    def recorded_as(self, dealer_ids):
        """Of whom the police side speaks under one of these ids."""
        return self.filter(dealer__in=list(dealer_ids))

    def other_than(self, participant):
        return self.exclude(pk=participant.pk)

    def perhaps_waiting(self, dealer_ids, births):
        """Who was never admitted, and who may be one of these: each with the `admissions` so far."""
        admitted = Enrolment.objects.filter(participant=OuterRef("pk"))
        rows = self.filter(~Exists(admitted) | Q(dealer__in=list(dealer_ids)) | Q(born_on__in=births))
        return rows.prefetch_related(Prefetch("enrolments", Enrolment.objects.all(), "admissions"))


@pghistory.track()
class Participant(models.Model):
    """The person, with a name and a birth date of the court's own: a purge on the police side leaves them as they are.

    `dealer` is a key to follow inward from the police side's records, never to read: its row may be gone.
    """

    admissions: list["Enrolment"]  # perhaps_waiting() sets it

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = outward(Dealer, null=True, blank=True)
    last_name = models.CharField(max_length=80, validators=[MinLengthValidator(1)])
    first_name = models.CharField(max_length=80, blank=True)
    born_on = models.DateField()
    phone = models.CharField(max_length=30, blank=True)
    speaks = models.CharField(
        max_length=2, choices=[("en", "English"), ("es", "Spanish")], default="en", verbose_name="language"
    )
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = ParticipantQuerySet.as_manager()

    CORRECTED = ("last_name", "first_name", "born_on", "phone", "speaks")  # what a change may touch

    class Meta:
        ordering = ["last_name", "first_name", "born_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer"], name="dtc_one_file_a_person",
                violation_error_message="This person has a file here already.",
            ),
            models.CheckConstraint(
                name="dtc_person_has_a_name", condition=~Q(last_name=""),
                violation_error_message="A participant has a last name.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.first_name} {self.last_name}".strip()

    def get_absolute_url(self):
        return reverse("callins:dtc:view_participant", args=[self.pk])


class EnrolmentQuerySet(TeamsQuerySet):
    def open(self):
        return self.filter(ended_on=None)

    def of(self, participant):
        return self.filter(participant=participant)

    def in_program_on(self, day):
        """Enrolled by then and not gone before; the day on which somebody left taken as well."""
        return self.filter(enrolled_on__lte=day).exclude(ended_on__lt=day)

    def that_ran_on(self, day):
        """Of one person: the admission of that day; where none was, the last one."""
        return self.in_program_on(day).first() or self.first()

    def by_name(self):
        return self.order_by("participant__last_name", "participant__first_name", "participant__born_on")

    def latest(self):
        """One a person: the admission that runs, or the last one."""
        day, moment = OuterRef("enrolled_on"), OuterRef("at")
        later = Q(enrolled_on__gt=day) | Q(enrolled_on=day, at__gt=moment)
        return self.filter(~Exists(self.model.objects.filter(later, participant=OuterRef("participant"))))

    def called(self, words):
        return self.filter(participant__in=Participant.objects.called(words))

    def with_phase(self):
        """Each with the phase of the last attempt, as `phase`."""
        attempts = self.model.attempts.rel.related_model.objects.filter(enrolment=OuterRef("pk"))  # stands above
        return self.annotate(phase=Subquery(attempts.order_by("-number").values("phase")[:1]))

    def in_phase(self, phase):
        """In the program, by the attempt that runs."""
        return self.filter(attempts__ended_on=None, attempts__phase=phase)

    def eligible(self):
        """As was found at the last entry, or this morning."""
        return self.filter(attempts__ended_on=None, attempts__eligible_since__isnull=False)

    def undecided(self):
        return self.filter(attempts__ended_on=None, attempts__is_undecided=True)

    def paused(self, on):
        lasts = Q(pauses__ended_on=None) | Q(pauses__ended_on__gt=on)
        standing_still = self.model.objects.filter(lasts, pauses__began_on__lte=on)
        return self.open().filter(pk__in=standing_still.values("pk"))

    def graduated(self):
        return self.filter(ended_as=Ending.GRADUATED.value)

    def left(self):
        """Before the end: withdrawn or terminated."""
        return self.exclude(ended_on=None).exclude(ended_as=Ending.GRADUATED.value)

    def to_look_at(self, on):
        """Whose days of the phase are done by then: time alone opens and shuts the other gates. Each once a day."""
        return self.filter(
            attempts__ended_on=None, attempts__phase_complete_on__lte=on, attempts__looked_at_on__lt=on
        )  # fmt: skip

    def open_first(self):
        return self.order_by(F("ended_on").desc(nulls_first=True), "participant__last_name", "participant__first_name")

    def with_people(self):
        return self.select_related("participant")


@pghistory.track()
class Enrolment(models.Model):
    """One admission, with the attempts that follow from it. Ordinarily for possession or a misdemeanor sale; anything
    else is an exception that somebody approves for a reason. [CS]"""

    class Offence(models.TextChoices):
        POSSESSION = "possession", "Possession"
        MISDEMEANOR_SALE = "misdemeanor_sale", "Misdemeanor sale"
        FELONY_SALE = "felony_sale", "Felony sale"
        OTHER = "other", "Another offence"

    ORDINARY = (Offence.POSSESSION, Offence.MISDEMEANOR_SALE)
    ENDINGS = [(each.value, each.value.capitalize()) for each in Ending if each != Ending.RELAPSE]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="enrolments")
    offer = outward(Offer, null=True, blank=True)
    docket = models.CharField(max_length=40, blank=True)
    offence = models.CharField(max_length=20, choices=Offence)
    approved_by = models.CharField(max_length=80, blank=True)
    exception_reason = models.CharField(max_length=300, blank=True)
    enrolled_on = models.DateField()
    ended_on = models.DateField(null=True, editable=False)
    ended_as = models.CharField(max_length=12, choices=ENDINGS, blank=True, editable=False)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-enrolled_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(ended_on=None), name="dtc_one_open_enrolment",
                violation_error_message="This person is in the program already.",
            ),
            models.UniqueConstraint(
                fields=["offer"], name="dtc_offer_enrolled_once",
                violation_error_message="Somebody was enrolled on this offer already.",
            ),
            models.CheckConstraint(
                name="dtc_exception_is_approved",
                condition=Q(offence__in=["possession", "misdemeanor_sale"])
                | (~Q(approved_by="") & ~Q(exception_reason="")),
                violation_error_message="This admission is an exception: say who approved it and why.",
            ),
            models.CheckConstraint(
                name="dtc_enrolment_ends_one_way",
                condition=Q(ended_on=None, ended_as="") | (Q(ended_on__gte=F("enrolled_on")) & ~Q(ended_as="")),
                violation_error_message="Say how the program was left, on a day after the enrolment.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.participant)

    def get_absolute_url(self):
        return reverse("callins:dtc:view_participant", args=[self.participant_id])

    @property
    def is_open(self):
        return self.ended_on is None

    @property
    def is_exception(self):
        return self.offence not in self.ORDINARY
