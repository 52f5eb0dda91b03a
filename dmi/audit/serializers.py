from rest_framework import serializers

from dmi.audit.models import AuditEntry


class Line(serializers.ModelSerializer):
    """One line of the trail."""

    class Meta:
        model = AuditEntry
        fields = ["id", "at", "by", "badge", "verb", "record", "others", "outcome", "address", "session"]
