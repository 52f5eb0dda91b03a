"""What the API tells of offers and agreements. The file itself is downloaded by a verb of its own."""

from rest_framework import serializers

from callins.models import Agreement, Offer, OfferCondition
from dmi.accounts.serializers import OfficerName


class OfferConditionFacts(serializers.ModelSerializer):
    class Meta:
        model = OfferCondition
        fields = ["id", "number", "kind", "text"]


class AgreementFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Agreement
        fields = ["how", "media_type", "sha256", "witness", "by", "at"]


class OfferFacts(serializers.ModelSerializer):
    conditions = OfferConditionFacts(many=True)
    signed = AgreementFacts(allow_null=True)
    by = OfficerName()

    class Meta:
        model = Offer
        fields = [
            "id", "invitation", "services", "pending_count", "pleaded_count", "sentence", "reduced_from", "judge",
            "plea_entered_on", "conditions", "state", "answered_at", "ended_on", "why", "signed", "by", "at",
        ]  # fmt: skip
