"""What was seen or told, of whom."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from dealers.models.dealer import Dealer
from dealers.models.grades import Graded
from dealers.models.timeline import timeline
from markets.models import HotPlace, Market

OFFICER = settings.AUTH_USER_MODEL


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Seen by whoever works its market and may see somebody it names."""
        if not officer.has_perm("dealers.view_dealer"):
            return self.none()
        named = Mention.objects.filter(observation=OuterRef("pk"), dealer__in=Dealer.objects.visible_to(officer))
        return self.known_to(officer).filter(Exists(named))

    def known_to(self, officer):
        """One's own, and those of markets one works; none that tells of somebody kept apart from this officer."""
        apart = Mention.objects.filter(observation=OuterRef("pk"), dealer__in=Dealer.objects.apart_from(officer))
        known = Q(market__in=Market.objects.worked_by(officer)) | Q(by=officer)
        return self.filter(known).exclude(Exists(apart))

    def naming_only(self, dealers):
        """About some of these and nobody else."""
        mentions = Mention.objects.filter(observation=OuterRef("pk"))
        return self.filter(Exists(mentions.filter(dealer__in=dealers)), ~Exists(mentions.exclude(dealer__in=dealers)))

    def about(self, dealer):
        return self.filter(mentions__dealer=dealer)

    def logged_between(self, since, until=None):
        rows = self.filter(logged_at__gt=since) if since else self
        return rows.filter(logged_at__lte=until) if until else rows

    def on_timeline(self, dealer, officer):
        return timeline(self.known_to(officer).about(dealer), F("seen_at"), "dealers.observation")

    def for_timeline(self):
        return self.select_related("by", "market")

    def with_people(self, officer):
        """Whom each names, as far as this officer may see them."""
        seen = Dealer.objects.visible_to(officer)
        return self.for_timeline().prefetch_related(models.Prefetch("dealers", seen, to_attr="people"))


@pghistory.track()
class Observation(Graded):
    """What an officer saw or was told: when, where, who. Its text never prints on a sheet."""

    CORRECTED = ("narrative", "place", "seen_at", "reliability", "validity")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)  # of a hot place its address at that time
    hot_place = models.ForeignKey(HotPlace, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    narrative = models.TextField(max_length=4000)
    source_number = models.CharField(max_length=20, blank=True)  # a confidential source's number, never a name
    dealers = models.ManyToManyField(Dealer, through="Mention", related_name="observations")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = "entry"
        verbose_name_plural = "entries"
        ordering = ["-seen_at"]
        constraints = [
            models.CheckConstraint(
                name="seen_before_it_is_logged", condition=Q(seen_at__lte=F("logged_at")),
                violation_error_message="This has not happened yet; check day and time.",
            ),
            models.CheckConstraint(
                name="observation_says_something", condition=~Q(narrative=""),
                violation_error_message="Say what was seen or heard.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["market", "-seen_at"], name="observation_market")]

    def __str__(self):
        return f"{timezone.localtime(self.seen_at):%-d %b %Y, %H:%M}"

    def may_be_corrected_by(self, officer):
        return self.by_id == officer.pk or officer.has_perm("dealers.approve_predicate")


@pghistory.track()
class Mention(models.Model):
    """Somebody named in an observation."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="mentions")
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        verbose_name = "mention in an entry"
        verbose_name_plural = "mentions in entries"
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "dealer"], name="named_once", violation_error_message="Name each person once."
            )
        ]

    def __str__(self):
        return f"{self.dealer} in {self.observation}"
