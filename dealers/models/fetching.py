"""What a page about dealers shows, fetched with them in a fixed number of queries."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from dealers.models.description import CautionFlag, Photo
from dealers.models.identifiers import Address, Alias, BirthDate, Handle, Phone, Vehicle
from dealers.models.influential import Influential
from dealers.models.involvement import Involvement
from dealers.models.supervision import Supervision
from markets.models import Market


class Fetching(models.QuerySet):
    """Dealers with what is known of them, ever more of it: with_names() for a row, with_dossier() for all."""

    def with_names(self):
        return self.prefetch_related(models.Prefetch("aliases", Alias.objects.standing(), to_attr="street_names"))

    def with_parts(self, officer):
        """What a row or a card shows, in a fixed number of queries; of parts in markets, those this officer works."""
        parts = Involvement.objects.standing().known_to(officer).select_related("market")
        return (
            self.with_names()
            .select_related("logged_by")
            .prefetch_related(
                models.Prefetch("involvements", parts, to_attr="parts"),
                models.Prefetch("photos", Photo.objects.standing(), to_attr="portraits"),
            )
        )

    def with_card(self, officer):
        """What an officer needs to know on meeting somebody."""
        return self.with_parts(officer).prefetch_related(
            models.Prefetch("cautions", CautionFlag.objects.standing(), to_attr="warnings"),
            models.Prefetch("vehicles", Vehicle.objects.current(), to_attr="drives"),
        )

    def with_conditions(self, on, verified_since=None):
        """Under whose supervision somebody is that day, each with the conditions in force."""
        supervised = Supervision.objects.in_force(on).with_terms(on, verified_since)
        return self.prefetch_related(models.Prefetch("supervisions", supervised, to_attr="supervised"))

    def with_printed_conditions(self, on, days):
        """As far as somebody verified them in the last days: a card shows no others."""
        return self.with_conditions(on, on - timedelta(days=days))

    def with_head(self, officer):
        """What stands in the head of every page about one dealer, and the predicate with its documents."""
        return (
            self.with_card(officer)
            .select_related("approved_by", "assigned_to", "predicate__established_by")
            .prefetch_related("predicate__source_documents__added_by")
        )

    def with_dossier(self, officer):
        """And how somebody is known, each fact with who entered it."""
        return self.with_head(officer).prefetch_related(
            "validations__by",
            *(f"{of_card}__by" for of_card in ("street_names", "parts", "portraits", "warnings", "drives")),
            *(
                models.Prefetch(name, rows.standing().select_related("by"), to_attr=to)
                for name, rows, to in self.known_by()
            ),
        )

    @staticmethod
    def known_by():
        """What only the dossier shows of how somebody is known: relation, rows, attribute."""
        return (
            ("birth_dates", BirthDate.objects, "other_births"),
            ("addresses", Address.objects, "places"),
            ("phones", Phone.objects, "numbers"),
            ("handles", Handle.objects, "screen_names"),
            ("vehicles", Vehicle.objects.past(), "drove"),
            ("influentials", Influential.objects, "helpers"),
        )

    def with_last_entry(self, officer):
        """When somebody was last seen, by entries of markets that this officer works."""
        known = Q(observations__market__in=Market.objects.worked_by(officer)) | Q(observations__by=officer)
        return self.annotate(last_entry_at=models.Max("observations__seen_at", filter=known))


class Fetched:
    """What these set on each dealer."""

    street_names: list[Alias]  # with_names() sets it
    parts: list[Involvement]  # with_parts() sets it, and the next
    portraits: list[Photo]
    warnings: list[CautionFlag]  # with_card() sets it, and the next
    drives: list[Vehicle]
    supervised: list[Supervision]  # with_conditions() sets it
    other_births: list[BirthDate]  # with_dossier() sets it, and the rest
    places: list[Address]
    numbers: list[Phone]
    screen_names: list[Handle]
    drove: list[Vehicle]
    helpers: list[Influential]
