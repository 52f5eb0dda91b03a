"""What a search tells: whom and what the words may mean, and why."""

from rest_framework import serializers

from dealers.models import Dealer
from dealers.serializers.dossier import DealerName
from markets.models import HotPlace
from markets.serializers.markets import MarketName


class FoundName(DealerName):
    street_names = serializers.ListField(child=serializers.CharField())

    class Meta(DealerName.Meta):
        model = Dealer
        fields = [*DealerName.Meta.fields, "status", "street_names"]


class FoundPerson(serializers.Serializer):
    dealer = FoundName()
    why = serializers.CharField(help_text="Like: street name Scooter sounds like skooter.")


class FoundPlace(serializers.ModelSerializer):
    market = MarketName()

    class Meta:
        model = HotPlace
        fields = ["id", "address", "kind", "market"]


class FoundAll(serializers.Serializer):
    """The closest first."""

    people = FoundPerson(many=True)
    places = FoundPlace(many=True)
    markets = MarketName(many=True)
