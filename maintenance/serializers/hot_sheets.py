"""What the API tells of hot sheets and their copies."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.models import Copy, HotSheet


class SheetFacts(serializers.ModelSerializer):
    edition = serializers.CharField(help_text="Like 2026-W48.")
    recorder = OfficerName()
    approved_by = OfficerName(allow_null=True)
    superseded_by = serializers.SerializerMethodField(help_text="The newest edition that took its place.")

    class Meta:
        model = HotSheet
        fields = [
            "id", "kind", "edition", "valid_from", "valid_until", "state", "meeting", "recorder", "frozen_at",
            "contents_sha256", "approved_by", "approved_at", "attempts", "failed_because", "published_at",
            "recalled_at", "recalled_why", "superseded_by",
        ]  # fmt: skip

    def get_superseded_by(self, sheet) -> str | None:
        return sheet.superseded_by and sheet.superseded_by.edition


class SheetRow(serializers.ModelSerializer):
    edition = serializers.CharField(help_text="Like 2026-W48.")
    own_copy = serializers.SerializerMethodField(help_text="The number of your copy.")

    class Meta:
        model = HotSheet
        fields = ["id", "edition", "valid_from", "valid_until", "state", "published_at", "own_copy"]

    def get_own_copy(self, sheet) -> int | None:
        return next((copy.number for copy in sheet.own_copies), None)


class SheetWithReading(SheetFacts):
    pages = serializers.IntegerField(allow_null=True)
    issued = serializers.IntegerField(help_text="Copies.")
    opened = serializers.IntegerField(help_text="Downloaded, or on a screen.")
    acknowledged = serializers.IntegerField()

    class Meta(SheetFacts.Meta):
        fields = [*SheetFacts.Meta.fields, "pages", "issued", "opened", "acknowledged"]


class CopySheet(serializers.ModelSerializer):
    edition = serializers.CharField()

    class Meta:
        model = HotSheet
        fields = ["id", "edition", "valid_from", "valid_until"]


class CopyFacts(serializers.ModelSerializer):
    """One's own copy."""

    sheet = CopySheet()

    class Meta:
        model = Copy
        fields = ["sheet", "number", "badge", "opened_at", "downloads", "downloaded_at", "acknowledged_at"]


class OpenedCopy(CopyFacts):
    says = serializers.JSONField(help_text="The edition as it was frozen, without what does not print.")

    class Meta(CopyFacts.Meta):
        fields = [*CopyFacts.Meta.fields, "says"]
