"""The points of a CRT agenda: a person or a place to decide about, and why."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from dealers.models import Dealer
from maintenance import rules
from markets.models import HotPlace


class AgendaItemQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("maintenance.view_meeting"):
            return self.none()
        return self.filter(
            Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(hot_place__in=HotPlace.objects.visible_to(officer))
        )

    def of_meeting(self, meeting):
        return self.filter(meeting=meeting)

    def asked(self):
        """Without what is left for the next meeting: on that a word may be said, and need not."""
        return self.exclude(section=AgendaItem.Section.LATER, decision=None)

    def undecided(self):
        return self.asked().filter(decision=None)

    def put_off(self):
        """What comes back: carried over by decision, or left over where the agenda was full."""
        left_over = Q(section=AgendaItem.Section.LATER, decision=None)
        return self.filter(left_over | Q(decision__kind="carry"))

    def with_subjects(self):
        """Whom or what each is about and what was decided: the agenda, in one query whatever its length."""
        return self.select_related("hot_place", "dealer", "decision__by", "decision__owner", "decision__liaison")

    def with_meeting(self):
        return self.select_related("meeting__task_force")

    def with_card(self, officer, on):
        """The one under discussion, with what the wall shows of the person as far as this officer may see it."""
        person = Dealer.objects.with_card(officer).with_conditions(on)
        return self.select_related(
            "meeting__task_force",
            "meeting__recorder",
            "hot_place__market",
            "decision__by",
            "decision__owner",
            "decision__liaison",
        ).prefetch_related(models.Prefetch("dealer", person))


class AgendaItem(models.Model):
    """A person or a place to decide about, and why it was proposed."""

    class Section(models.TextChoices):
        ENFORCEMENT = "enforcement", "People, enforcement"
        SUPPORT = "support", "Support contacts"
        PLACE = "place", "Places"
        NEW = "new", "New since last week"
        LATER = "later", "Left for the next meeting"  # the agenda was full: no decision is asked for

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey("Meeting", on_delete=models.CASCADE, related_name="items")
    section = models.CharField(max_length=20, choices=Section)
    dealer = models.ForeignKey(Dealer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    hot_place = models.ForeignKey(HotPlace, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    reasons = ArrayField(models.CharField(max_length=120), default=list)
    is_on_sheet = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "point of a CRT agenda"
        verbose_name_plural = "points of CRT agendas"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                name="item_is_a_person_or_a_place",
                condition=Q(dealer__isnull=False, hot_place=None) | Q(dealer=None, hot_place__isnull=False),
                violation_error_message="A point of the agenda is one person or one place.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "dealer"], name="person_once_a_meeting",
                violation_error_message="This person is on the agenda already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "hot_place"], name="place_once_a_meeting",
                violation_error_message="This place is on the agenda already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.subject)

    def get_absolute_url(self):
        """Under discussion on the wall."""
        return f"{reverse('maintenance:view_meeting', args=[self.meeting_id])}?item={self.pk}"

    @property
    def subject(self):
        return self.dealer or self.hot_place

    @property
    def choices(self):
        return rules.choices(self.is_on_sheet)

    @property
    def is_decided(self):
        return hasattr(self, "decision")

    @property
    def is_asked(self):
        return self.is_decided or self.section != self.Section.LATER
