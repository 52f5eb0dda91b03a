"""Letters: what each said when it was asked for, and how it was served."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse

from callins.models.call_in import CallIn
from callins.models.invitation import Invitation
from callins.models.letter_template import LetterTemplate
from callins.models.notification import CustomNotification
from dealers.models import Address

OFFICER = settings.AUTH_USER_MODEL
WAITING = Q(made_at=None, failed_because="")  # for the worker
TO_COME = (CallIn.State.PLANNED, CallIn.State.READY)


def addressee_is(invitation, notification):
    """The same person by the same way: of the two one is always empty, and nothing equals nothing."""
    return Q(invitation=invitation) | Q(notification=notification)


class LetterQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever sees what it invites to; to the clock whatever it has to make."""
        if officer.has_perm("callins.finish_letter"):
            return self.all()
        return self.filter(
            Q(invitation__in=Invitation.objects.visible_to(officer))
            | Q(notification__in=CustomNotification.objects.visible_to(officer))
        )

    def waiting(self):
        return self.filter(WAITING)

    def made(self):
        return self.exclude(made_at=None)

    def light(self):
        """Without the finished page, which is read only to be sent."""
        return self.defer("content")

    def of_call_in(self, call_in):
        return self.filter(invitation__call_in=call_in, invitation__withdrawn_at=None)

    def of_notification(self, notification):
        return self.filter(notification=notification)

    def newest(self):
        """Of several letters of one person the newest: the ones before it are void."""
        newer = Letter.objects.filter(
            addressee_is(OuterRef("invitation"), OuterRef("notification")), at__gt=OuterRef("at")
        )
        return self.filter(~Exists(newer))

    def to_hand_over(self):
        """Made and not handed over, for a call-in that is still to come; the nearest call-in first."""
        ahead = self.made().newest().exclude(service_attempts__is_delivered=True)
        ahead = ahead.filter(invitation__withdrawn_at=None, invitation__call_in__state__in=TO_COME)
        return ahead.order_by("invitation__call_in__starts_at", "invitation__dealer__known_as")

    def by_name(self):
        return self.with_people().order_by("invitation__dealer__known_as", "pk")

    def with_attempts(self):
        return self.prefetch_related(Prefetch("service_attempts", ServiceAttempt.objects.select_related("by")))

    def with_addresses(self):
        """Where the person may be found: whoever brings the letter has to know, whoever he is."""
        return self.prefetch_related(
            Prefetch("invitation__dealer__addresses", Address.objects.current(), to_attr="places")
        )

    def take_up(self, letter, most):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.filter(pk=letter.pk, attempts__lt=most).update(attempts=F("attempts") + 1) == 1

    def with_people(self):
        return self.light().select_related(
            "invitation__dealer", "invitation__call_in", "notification__dealer", "template", "by"
        )


class Letter(models.Model):
    """What is handed to one person: the words as they were filled in, signed by the chief and a community leader."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, null=True, blank=True, on_delete=models.CASCADE, related_name="letters")
    notification = models.ForeignKey(
        CustomNotification, null=True, blank=True, on_delete=models.CASCADE, related_name="letters"
    )
    template = models.ForeignKey(LetterTemplate, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()  # filled in and frozen when it was asked for
    is_large = models.BooleanField(default=False)
    signed_by_chief = models.CharField(max_length=80)
    signed_by_community = models.CharField(max_length=80)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    failed_because = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(null=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="letter_has_one_addressee",
                condition=Q(invitation=None, notification__isnull=False)
                | Q(invitation__isnull=False, notification=None),
                violation_error_message="A letter belongs to one invitation or one notification.",
            ),
            models.UniqueConstraint(
                fields=["invitation"], condition=WAITING, name="one_letter_in_the_making",
                violation_error_message="A letter to this person is being made; wait for it.",
            ),
            models.UniqueConstraint(
                fields=["notification"], condition=WAITING, name="one_notification_letter_in_the_making",
                violation_error_message="A letter to this person is being made; wait for it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.template)

    def get_absolute_url(self):
        """The page of what it belongs to."""
        if self.notification_id:
            return reverse("callins:view_notification", args=[self.notification_id])
        return reverse("callins:view_letters", args=[self.invitation.call_in_id])

    @property
    def dealer(self):
        return (self.invitation or self.notification).dealer

    @property
    def is_waiting(self):
        return self.made_at is None and not self.failed_because

    @property
    def handed_over(self):
        """The attempt that succeeded; of letters fetched with_attempts."""
        return next((each for each in self.service_attempts.all() if each.is_delivered), None)


class ServiceAttemptQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(letter__in=Letter.objects.visible_to(officer))

    def delivered(self):
        return self.filter(is_delivered=True)


@pghistory.track()
class ServiceAttempt(models.Model):
    """An officer went to hand the letter over: where, to whom, or why not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="service_attempts")
    place = models.CharField(max_length=120)
    is_delivered = models.BooleanField()
    to_whom = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ServiceAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], condition=Q(is_delivered=True), name="letter_delivered_once",
                violation_error_message="This letter was handed over already.",
            ),
            models.CheckConstraint(
                name="delivered_to_somebody", condition=Q(is_delivered=False) | ~Q(to_whom=""),
                violation_error_message="Say to whom the letter was handed.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.at:%-d %b %Y}"
