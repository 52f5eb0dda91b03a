from rest_framework import serializers

from dealers.models import ListDeclaration
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class DeclarationFacts(serializers.ModelSerializer):
    """The word that a market's list is complete. `counts` are people on file by part when it was declared."""

    market = MarketName()
    counts = serializers.DictField(child=serializers.IntegerField())
    by = OfficerName()
    confirmed_by = OfficerName(allow_null=True)

    class Meta:
        model = ListDeclaration
        fields = [
            "id", "market", "sources", "counts", "declared_on", "by", "at", "confirmed_by", "confirmed_at",
            "reopened_at", "reopened_because",
        ]  # fmt: skip


class DeclarationWithNames(DeclarationFacts):
    names_since = serializers.IntegerField(help_text="Names approved after it was confirmed: they count against it.")

    class Meta(DeclarationFacts.Meta):
        fields = [*DeclarationFacts.Meta.fields, "names_since"]
