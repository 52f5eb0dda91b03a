from rest_framework import serializers

from dmi.audit.models import AuditEntry, AuditSeal, SearchWords, Verification


class Line(serializers.ModelSerializer):
    """One line of the trail."""

    class Meta:
        model = AuditEntry
        fields = ["id", "at", "by", "badge", "verb", "record", "others", "outcome", "address", "session"]


class SearchLine(serializers.ModelSerializer):
    """What stood in a search box; `hash` is what the trail has of it."""

    class Meta:
        model = SearchWords
        fields = ["id", "at", "by", "badge", "verb", "words", "hits", "hash"]


class TrailSeal(serializers.ModelSerializer):
    """One minute of the trail under a hash."""

    hash = serializers.CharField(source="whole_hash")

    class Meta:
        model = AuditSeal
        fields = ["number", "at", "rows", "hash"]


class VerificationFacts(serializers.ModelSerializer):
    """A check of every seal; `first_broken` is the number of the first that no longer fits its lines."""

    class Meta:
        model = Verification
        fields = ["id", "badge", "asked_at", "ended_at", "seals", "first_broken"]


class BadgeCount(serializers.Serializer):
    badge = serializers.CharField()
    lines = serializers.IntegerField()


class KindOfLine(serializers.Serializer):
    title = serializers.CharField()
    lines = serializers.IntegerField()
    badges = BadgeCount(many=True, source="most")


class WeekOfTrail(serializers.Serializer):
    monday = serializers.DateField()
    kinds = KindOfLine(many=True)
