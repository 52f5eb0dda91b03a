"""What officers saw on the street, told from a phone in seconds; the analyst says what became of it."""

import uuid
from datetime import timedelta
from functools import reduce
from operator import or_

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, When
from django.urls import reverse

from dealers.models import Dealer, LegalHold, Observation
from maintenance.models.copy import Copy
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class DebriefQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own; who triages: those of his markets and those of which nobody knows the market yet.

        What is told of somebody kept apart is for those who may read the record.
        """
        if not officer.has_perm("maintenance.triage_debrief"):
            return self.filter(author=officer)
        told = Q(market__in=Market.objects.worked_by(officer)) | Q(market=None)
        return self.filter(Q(author=officer) | told & ~Q(dealer__in=Dealer.objects.apart_from(officer)))

    def waiting(self):
        return self.filter(state=Debrief.State.WAITING)

    def used(self):
        return self.filter(state=Debrief.State.USED)

    def told_by(self, officer):
        return self.filter(author=officer)

    def answered(self):
        return self.exclude(state=Debrief.State.WAITING)

    def waiting_first(self):
        """What waits longest at the top; below it what was settled, the newest first."""
        waits = Case(When(state=Debrief.State.WAITING, then="at"))
        return self.order_by(waits.asc(nulls_last=True), "-at")

    def unseen_first(self):
        """What became of one's own since one last looked; below it the newest."""
        is_news = When(~Q(state=Debrief.State.WAITING), answer_seen_at=None, then=0)
        return self.order_by(Case(is_news, default=1), "-at")

    def saying(self, words):
        told = (Q(**{f"{name}__icontains": words}) for name in ("who", "where", "with_whom", "what"))
        return self.filter(reduce(or_, told))

    def off_a_sheet(self):
        """About an item of a hot sheet."""
        return self.exclude(copy=None)

    def off_no_sheet(self):
        return self.filter(copy=None)

    def unseen_answers(self):
        """Triaged, and the author has not seen yet what became of it."""
        return self.answered().filter(answer_seen_at=None)

    def counted(self):
        """How many are in each state: state -> number."""
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

    def due(self, on, days):
        """Kept as long as a tip may wait: purged from that day on, unless it tells of somebody on legal hold."""
        holds = LegalHold.objects.standing()
        records = holds.records()
        used = Observation.objects.filter(dealers__in=records)
        held = Q(dealer__in=records) | Q(observation__in=used) | holds.naming("who", "with_whom", "what")
        return self.exclude(held).filter(at__date__lte=on - timedelta(days=days)).defer("photo")

    def between(self, first, last):
        """Seen in those days, both included."""
        return self.filter(seen_at__date__range=(first, last))

    def without_photo(self):
        """A list of forty must not load the pictures, only know of them (`has_photo`)."""
        return self.defer("photo").annotate(has_photo=ExpressionWrapper(Q(photo__isnull=False), BooleanField()))

    def with_photo(self):
        """Those that have one, and nothing else of them."""
        return self.exclude(photo=None).only("id", "photo")

    def with_people(self):
        told = self.without_photo().select_related("author", "market", "dealer", "triaged_by", "copy__sheet")
        return told.defer("photo", "copy__sheet__contents")


@pghistory.track(exclude=["photo"])
class Debrief(models.Model):
    """Who, where, with whom, what: as it was told. It is no intelligence record until the analyst makes one of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for the analyst"
        USED = "used", "Used"
        KNOWN = "known", "Known already"
        UNCLEAR = "unclear", "Not enough to go on"
        PASSED_ON = "passed_on", "Passed on"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    market = models.ForeignKey(Market, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    copy = models.ForeignKey(
        Copy, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # whose QR led here
    dealer = models.ForeignKey(
        Dealer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # off that sheet
    who = models.CharField(max_length=160)
    where = models.CharField(max_length=160)
    with_whom = models.CharField(max_length=160, blank=True)
    what = models.CharField(max_length=600)
    photo = models.BinaryField(null=True, editable=False)
    seen_at = models.DateTimeField()
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    triaged_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    triaged_at = models.DateTimeField(null=True, editable=False)
    answer = models.CharField(max_length=200, blank=True)  # to the author, in the analyst's words
    answer_seen_at = models.DateTimeField(null=True, editable=False)
    observation = models.ForeignKey(Observation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = DebriefQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="debrief_says_who_or_what", condition=~Q(who="") & ~Q(what=""),
                violation_error_message="Say who it was and what you saw.",
            ),
            models.CheckConstraint(
                name="debrief_seen_before_told", condition=Q(seen_at__lte=F("at")),
                violation_error_message="This has not happened yet; check day and time.",
            ),
            models.CheckConstraint(
                name="debrief_triaged_by_somebody",
                condition=Q(state="waiting", triaged_by=None, triaged_at=None)
                | ~Q(state="waiting") & Q(triaged_by__isnull=False, triaged_at__isnull=False),
                violation_error_message="Say what became of this debrief.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "-at"], name="debriefs_by_state")]

    def __str__(self):
        return f"Debrief of {self.at:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("maintenance:view_debrief", args=[self.pk])

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING

    @property
    def is_news(self):
        """To its author."""
        return not self.is_waiting and self.answer_seen_at is None

    def as_entry(self):
        """How an entry about it begins; the analyst writes it anew where more or less is to be said."""
        others = f"With {self.with_whom}." if self.with_whom else ""
        return " ".join(filter(None, (self.what, others, f"Told by {self.author.name_with_rank}.")))
