"""What the API tells of disclosures to the defence: by reference, with the manifest of each."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.retention.models import Disclosure


class DisclosedFile(serializers.Serializer):
    name = serializers.CharField()
    bytes = serializers.IntegerField()
    sha256 = serializers.CharField()


class DefenceDisclosureFacts(serializers.ModelSerializer):
    manifest = DisclosedFile(many=True)
    by = OfficerName()

    class Meta:
        model = Disclosure
        fields = ["id", "record", "reference", "docket", "counsel", "withheld", "manifest", "sha256", "by", "at"]
