"""What the API tells of a legal hold."""

from rest_framework import serializers

from dealers.models import LegalHold
from dmi.accounts.serializers import OfficerName


class LegalHoldFacts(serializers.ModelSerializer):
    by = OfficerName()
    ended_by = OfficerName(allow_null=True)

    class Meta:
        model = LegalHold
        fields = ["id", "dealer", "because", "by", "at", "ended_because", "ended_by", "ended_at"]
