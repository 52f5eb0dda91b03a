"""What the API tells of how the sheet is used: numbers, and nobody's name."""

from rest_framework import serializers

from maintenance.serializers.hot_sheets import CopySheet


class EditionUseFacts(serializers.Serializer):
    sheet = CopySheet()
    issued = serializers.IntegerField(source="sheet.issued", help_text="Copies.")
    opened = serializers.IntegerField(source="sheet.opened")
    read = serializers.IntegerField(source="sheet.acknowledged")
    read_soon = serializers.IntegerField(help_text="Within 24 hours.")
    median_hours = serializers.FloatField(allow_null=True, help_text="From the copy's issue to reading.")
    items = serializers.IntegerField()
    sightings = serializers.IntegerField()
    items_seen = serializers.IntegerField()
    per_item = serializers.FloatField(allow_null=True)
    alerts = serializers.IntegerField(help_text="Raised in its days.")
    acted_on = serializers.IntegerField()
    median_to_action = serializers.FloatField(allow_null=True, help_text="Hours from an alert to its first action.")


class SheetUse(serializers.Serializer):
    editions = EditionUseFacts(many=True, help_text="The newest first.")
