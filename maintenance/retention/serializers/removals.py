"""What the API tells of removals: the reference and the ground, never a name."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.retention.models import Removal


class RemovalFacts(serializers.ModelSerializer):
    asked_by = OfficerName()
    answered_by = OfficerName(allow_null=True)

    class Meta:
        model = Removal
        fields = [
            "id", "record", "reference", "kind", "ground", "state", "asked_by", "asked_at", "answered_by",
            "answered_at", "refused_because",
        ]  # fmt: skip


class RemovalEdition(serializers.Serializer):
    edition = serializers.CharField()
    issued = serializers.CharField(help_text="SHA-256 of its contents as they were issued.")
    redacted = serializers.CharField(help_text="SHA-256 of its contents as they stand now.")


class RemovalWhole(RemovalFacts):
    rows = serializers.DictField(child=serializers.IntegerField(), help_text="How many rows of each kind went.")
    editions = RemovalEdition(many=True)

    class Meta(RemovalFacts.Meta):
        fields = [*RemovalFacts.Meta.fields, "rows", "sha256", "editions", "gone_from_backups_on"]
