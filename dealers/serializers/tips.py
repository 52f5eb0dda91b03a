"""What the API tells of tips. A confidential source's number is told by the tip's page alone."""

from rest_framework import serializers

from dealers.models import Tip
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class TipFacts(serializers.ModelSerializer):
    market = MarketName()
    by = OfficerName()
    is_open = serializers.BooleanField(help_text="Neither promoted nor filed.")

    class Meta:
        model = Tip
        fields = [
            "id", "market", "about", "narrative", "place", "received_on", "reliability", "validity", "by", "at",
            "is_open",
        ]  # fmt: skip


class TipRow(TipFacts):
    purge_on = serializers.DateField(help_text="From that day on it is gone unless somebody promotes it.")

    class Meta(TipFacts.Meta):
        fields = [*TipFacts.Meta.fields, "purge_on"]
