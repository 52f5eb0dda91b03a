"""What the CRT decided: about whom or what, until when, and what officers are told."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models import timeline
from dmi.audit.versions import version
from maintenance import rules
from maintenance.models.agenda_item import AgendaItem

OFFICER = settings.AUTH_USER_MODEL


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(item__in=AgendaItem.objects.visible_to(officer))

    def taken(self, at_the_table=None):
        """Of closed meetings: what an open one says may still change. `at_the_table` counts, open or not."""
        is_closed = Q(item__meeting__closed_at__isnull=False)
        return self.filter(is_closed | Q(item__meeting=at_the_table) if at_the_table else is_closed)

    def latest_for_each(self, subject, *, up_to, at_the_table=None):
        """The last word on every person (`dealer`) or place (`hot_place`) by meetings up to that week."""
        field = f"item__{subject}_id"  # the column: without it the order would be the subject's own
        return (
            self.taken(at_the_table)
            .filter(item__meeting__week_of__lte=up_to, **{f"item__{subject}__isnull": False})
            .exclude(kind__in=[Decision.Kind.PASS, Decision.Kind.CARRY])
            .order_by(field, "-item__meeting__week_of")
            .distinct(field)
        )

    def standing(self, subject, *, up_to, on, at_the_table=None):
        """Decisions that put or leave something on the sheet of that day."""
        latest = self.latest_for_each(subject, up_to=up_to, at_the_table=at_the_table).values("pk")
        return self.filter(pk__in=latest, expires_on__gte=on).exclude(kind=Decision.Kind.REMOVE)

    def before(self, item):
        """What the last meeting said about the same person or place, or None."""
        subject = "dealer" if item.dealer_id else "hot_place"
        latest = self.latest_for_each(subject, up_to=item.meeting.week_of).select_related("item__meeting", "liaison")
        return latest.filter(**{f"item__{subject}": item.subject.pk}).first()

    def on_timeline(self, dealer, officer):
        return timeline(
            self.visible_to(officer).taken().filter(item__dealer=dealer), F("decided_at"), "maintenance.decision"
        )

    def for_timeline(self):
        return self.select_related("by", "item__meeting")


@pghistory.track()
class Decision(models.Model):
    """What the CRT decided about one point: keep, add, change, remove or pass, and what officers are told."""

    class Kind(models.TextChoices):
        KEEP = "keep", "Keep"
        ADD = "add", "Add"
        CHANGE = "change", "Change"
        REMOVE = "remove", "Remove"
        PASS = "pass", "Leave off"
        CARRY = "carry", "Carry over"  # to the next meeting; what stands stays as it is until it expires

    class Attention(models.TextChoices):
        """Treatment attention is written and said as support contact, everywhere (domain: treatment attention)."""

        ENFORCEMENT = "enforcement", "Enforcement attention"
        SUPPORT = "support", "Support contact"

    ON_SHEET = (Kind.KEEP, Kind.ADD, Kind.CHANGE)
    DONE = {
        Kind.KEEP: "kept",
        Kind.ADD: "added",
        Kind.CHANGE: "changed",
        Kind.REMOVE: "removed",
        Kind.PASS: "left off",
        Kind.CARRY: "carried over",
    }

    SAID = ("kind", "attention", "reason", "patrol_line", "officer_action", "expires_on", "owner", "liaison", "by")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="decision")
    kind = models.CharField(max_length=10, choices=Kind)
    attention = models.CharField(max_length=20, choices=Attention, default=Attention.ENFORCEMENT)
    reason = models.CharField(max_length=300)  # for the minutes; never printed
    patrol_line = models.CharField(max_length=rules.WHY, blank=True)  # the line that is printed
    officer_action = models.CharField(max_length=rules.ACTION, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    liaison = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                name="decision_has_a_reason", condition=~Q(reason=""), violation_error_message="Give the reason."
            ),
            models.CheckConstraint(
                name="what_stands_expires",
                condition=~Q(kind__in=["keep", "add", "change"]) | Q(expires_on__isnull=False),
                violation_error_message="Say until when this stands on the sheet.",
            ),
            models.CheckConstraint(
                name="support_names_a_liaison",
                condition=~Q(kind__in=["keep", "add", "change"], attention="support") | Q(liaison__isnull=False),
                violation_error_message="Name the liaison whom officers call.",
            ),
            models.CheckConstraint(
                name="enforcement_says_what_to_do",
                condition=~Q(kind__in=["keep", "add", "change"], attention="enforcement")
                | (~Q(patrol_line="") & ~Q(officer_action="")),
                violation_error_message="Write the line for patrol and what an officer should do.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.item}: {self.get_kind_display()}"

    @property
    def version(self):
        """The same as long as it says the same: what is decided on top of it names the one that was seen."""
        return version(self, self.SAID)

    @property
    def done(self):
        """As the minutes say it."""
        return self.DONE[self.Kind(self.kind)]

    @property
    def stands(self):
        return self.kind in self.ON_SHEET
