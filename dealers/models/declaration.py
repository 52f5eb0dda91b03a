"""The word that a market's list is complete: all its dealers are named."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from dealers.models.involvement import Involvement
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class ListDeclarationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("dealers.view_dealers"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def with_names_since(self):
        """How many names were approved after the list was confirmed: they count against it."""
        named = Involvement.objects.of_people_on_file().filter(
            market=OuterRef("market"), dealer__approved_at__gt=OuterRef("confirmed_at")
        )
        counted = named.order_by().values("market").annotate(n=Count("dealer", distinct=True)).values("n")
        return self.annotate(names_since=Coalesce(Subquery(counted), 0))

    def standing(self):
        return self.filter(reopened_at=None)

    def confirmed(self):
        return self.standing().exclude(confirmed_at=None)

    def waiting_for(self, officer):
        """To be confirmed by somebody who did not declare them."""
        return self.standing().filter(confirmed_at=None).exclude(by=officer)

    def with_people(self):
        return self.select_related("market", "by", "confirmed_by")


@pghistory.track()
class ListDeclaration(models.Model):
    """By the lead investigator and a supervisor; names approved after it was confirmed count against it.

    The second core element of a Drug Market Intervention: all front-line dealers are identified (case study).
    """

    class Source(models.TextChoices):
        PATROL = "patrol", "Patrol"
        PROBATION = "probation", "Probation and parole"
        NARCOTICS = "narcotics", "Narcotics"
        COMMUNITY = "community", "Community"
        RECORDS = "records", "Records"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    sources = ArrayField(models.CharField(max_length=10, choices=Source))  # those canvassed
    counts = models.JSONField(default=dict)  # role -> people on file when it was declared
    declared_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    confirmed_by = models.ForeignKey(OFFICER, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    reopened_at = models.DateTimeField(null=True, editable=False)
    reopened_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = ListDeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["market"], condition=Q(reopened_at=None), name="list_declared_once",
                violation_error_message="The list is declared complete already; reopen it first.",
            ),
            models.CheckConstraint(
                name="declared_by_two", condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("by")),
                violation_error_message="Somebody else confirms what you declared.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.market}, {self.declared_on}"

    def get_absolute_url(self):
        return reverse("maintenance:view_board", args=[self.market_id])

    @property
    def is_confirmed(self):
        return self.confirmed_at is not None

    @property
    def people(self):
        """How many stood on the list when it was declared."""
        return sum(self.counts.values())

    @property
    def layers(self):
        """(layer, how many) as it was declared, from the top down."""
        return [(label, self.counts[role]) for role, label in Involvement.Role.choices if role in self.counts]

    @property
    def canvassed(self):
        """“Patrol, narcotics”."""
        words = [self.Source(source).label for source in self.sources]
        return ", ".join([*words[:1], *(word.lower() for word in words[1:])])
