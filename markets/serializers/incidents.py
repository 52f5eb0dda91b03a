"""What the API tells of incidents and the lists in which they came."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.models import Incident, IncidentBatch
from markets.serializers.markets import MarketName


class IncidentRow(serializers.ModelSerializer):
    class Meta:
        model = Incident
        fields = [
            "id", "number", "is_call", "occurred_at", "occurred_on", "code", "category", "address", "latitude",
            "longitude", "zone", "is_drug_related", "victim_is_dealer",
        ]  # fmt: skip


class IncidentBatchFacts(serializers.ModelSerializer):
    """A list on its way to being counted."""

    market = MarketName()
    by = OfficerName()
    columns = serializers.SerializerMethodField(help_text="For each column of the list which of ours it is, or “”.")
    wordings = serializers.SerializerMethodField(help_text="Their words for an offence -> what it counts as, or “”.")
    found = serializers.SerializerMethodField(help_text="Their words for an offence -> how many rows have them.")
    is_mapped = serializers.BooleanField(help_text="Nothing is left to be said before it is imported.")

    class Meta:
        model = IncidentBatch
        fields = [
            "id", "source", "holds", "file_name", "market", "state", "failed_because", "columns", "wordings", "found",
            "day_order", "is_mapped", "is_synthetic", "row_count", "added_count", "known_count", "left_out_count",
            "rejected_count", "unplaced_count", "misplaced_count", "by", "at", "imported_at", "undone_at",
        ]  # fmt: skip

    def get_columns(self, batch) -> dict[str, str]:
        return {name: batch.columns.get(name, "") for name in batch.header}

    def get_wordings(self, batch) -> dict[str, str]:
        return batch.wordings

    def get_found(self, batch) -> dict[str, int]:
        return batch.found
