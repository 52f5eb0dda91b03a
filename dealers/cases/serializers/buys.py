"""What the API tells of controlled buys. A confidential source's number is told by the page alone."""

from rest_framework import serializers

from dealers.cases.models import Buy, HealthAlert, Substance
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class SubstanceFacts(serializers.ModelSerializer):
    class Meta:
        model = Substance
        fields = ["kind", "name"]


class BuyFacts(serializers.ModelSerializer):
    dealer = DealerName()
    market = MarketName()
    substances = SubstanceFacts(many=True)
    lacking = serializers.ListField(
        child=serializers.CharField(), help_text="What it lacks before its case is evidence-ready."
    )
    by = OfficerName()

    class Meta:
        model = Buy
        fields = [
            "id", "dealer", "market", "bought_at", "place", "is_in_a_home", "identified_how", "buyer", "drug",
            "quantity", "unit", "price_dollars", "field_test", "report_number", "deconfliction_number", "recording",
            "warrant_number", "lab_number", "lab_sent_on", "lab_result_on", "substances", "purity_percent", "lacking",
            "by", "at",
        ]  # fmt: skip


class HealthAlertFacts(serializers.ModelSerializer):
    """A new analogue of fentanyl, or overdoses close together: no person, no buy and no address is named."""

    market = MarketName()

    class Meta:
        model = HealthAlert
        fields = ["id", "kind", "market", "substance", "sold_on", "overdoses", "first_at", "last_at", "at"]
