"""What the API tells of a sweep."""

from rest_framework import serializers

from dealers.cases.models import Operation, Target
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from markets.serializers.health import ReadinessFacts
from markets.serializers.markets import MarketName


class OperationFacts(serializers.ModelSerializer):
    market = MarketName()
    by = OfficerName()
    ready_by = OfficerName(allow_null=True)

    class Meta:
        model = Operation
        fields = [
            "id", "market", "name", "held_on", "agencies", "clinic_told_on", "clinic_told_number", "ready_on",
            "ready_by", "ready_because", "closed_at", "by",
        ]  # fmt: skip


class OperationRow(OperationFacts):
    target_count = serializers.IntegerField(help_text="Targets whom you see.")
    open_count = serializers.IntegerField(help_text="Of these not found yet.")

    class Meta(OperationFacts.Meta):
        fields = [*OperationFacts.Meta.fields, "target_count", "open_count"]


class TargetFacts(serializers.ModelSerializer):
    dealer = DealerName()

    class Meta:
        model = Target
        fields = ["id", "dealer", "plan", "outcome", "outcome_at", "note"]


class OperationBoard(serializers.Serializer):
    """An operation and those of its targets whom you see."""

    operation = OperationRow()
    readiness = ReadinessFacts(allow_null=True, help_text="Whether treatment is ready today; null once it is closed.")
    targets = TargetFacts(many=True)
