"""What the API tells of the CRT's week.

What a sheet says is not here: it leaves as somebody's numbered copy, never otherwise.
"""

from rest_framework import serializers

from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from maintenance.models import AgendaItem, Copy, Decision, HotSheet, Meeting
from markets.serializers.places import HotPlaceFacts


class MeetingFacts(serializers.ModelSerializer):
    recorder = OfficerName()
    is_open = serializers.BooleanField()

    class Meta:
        model = Meeting
        fields = ["id", "week_of", "held_on", "recorder", "opened_at", "headline", "is_open", "closed_at"]


class MeetingRow(MeetingFacts):
    points = serializers.IntegerField(help_text="Points of the agenda that you see.")
    decided = serializers.IntegerField()

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "points", "decided"]


class DecisionFacts(serializers.ModelSerializer):
    by = OfficerName()
    owner = OfficerName(allow_null=True)
    liaison = OfficerName(allow_null=True)

    class Meta:
        model = Decision
        fields = [
            "kind", "attention", "reason", "patrol_line", "officer_action", "expires_on", "owner", "liaison", "by",
            "decided_at",
        ]  # fmt: skip


class ItemFacts(serializers.ModelSerializer):
    """A point of the agenda: a person or a place."""

    dealer = DealerName(allow_null=True)
    hot_place = HotPlaceFacts(allow_null=True)
    choices = serializers.ListField(child=serializers.ChoiceField(Decision.Kind.choices))

    class Meta:
        model = AgendaItem
        fields = ["id", "position", "section", "dealer", "hot_place", "reasons", "is_on_sheet", "choices"]


class ItemRow(ItemFacts):
    decision = DecisionFacts(allow_null=True, default=None)

    class Meta(ItemFacts.Meta):
        fields = [*ItemFacts.Meta.fields, "decision"]


class MeetingWithAgenda(MeetingFacts):
    agenda = ItemRow(many=True)

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "agenda"]


class SheetFacts(serializers.ModelSerializer):
    edition = serializers.CharField(help_text="Like 2026-W48.")
    recorder = OfficerName()
    approved_by = OfficerName(allow_null=True)

    class Meta:
        model = HotSheet
        fields = [
            "id", "edition", "valid_from", "valid_until", "state", "meeting", "recorder", "frozen_at",
            "contents_sha256", "approved_by", "approved_at", "attempts", "failed_because", "published_at",
        ]  # fmt: skip


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
    downloaded = serializers.IntegerField()
    acknowledged = serializers.IntegerField()

    class Meta(SheetFacts.Meta):
        fields = [*SheetFacts.Meta.fields, "pages", "issued", "downloaded", "acknowledged"]


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
        fields = ["sheet", "number", "badge", "downloads", "downloaded_at", "acknowledged_at"]
