"""What the API tells of agreements, and of what was given under them or without: references, never a name."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.retention.models import Agreement, Dissemination


class SharingAgreementFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Agreement
        fields = ["id", "agency", "covers", "signed_on", "until", "by", "at"]


class DisseminationFacts(serializers.ModelSerializer):
    agreement = SharingAgreementFacts(allow_null=True)
    by = OfficerName()

    class Meta:
        model = Dissemination
        fields = [
            "id", "record", "reference", "item", "version", "agency", "recipient", "agreement", "why", "channel",
            "given_on", "by", "at",
        ]  # fmt: skip
