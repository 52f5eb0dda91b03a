"""What the API tells of exhibits."""

from rest_framework import serializers

from dealers.cases.models import CustodyEvent, Exhibit
from dmi.accounts.serializers import OfficerName


class CustodyFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = CustodyEvent
        fields = ["given_by", "given_to", "place", "why", "happened_at", "by", "at"]


class ExhibitFacts(serializers.ModelSerializer):
    """A file under its SHA-256, or a thing. `broken_at`: since when its file is missing or has changed."""

    label = serializers.CharField(help_text="As it stands on the bag.")
    by = OfficerName()

    class Meta:
        model = Exhibit
        fields = [
            "id", "label", "case", "buy", "kind", "description", "file_name", "media_type", "size_bytes", "sha256",
            "verified_at", "broken_at", "by", "at",
        ]  # fmt: skip


class ExhibitRow(ExhibitFacts):
    custody = CustodyFacts(many=True)

    class Meta(ExhibitFacts.Meta):
        fields = [*ExhibitFacts.Meta.fields, "custody"]
