"""What the API tells of found pages, and of the copies they were."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from dmi.audit.models import AuditEntry
from maintenance.models import Copy, FoundPage
from maintenance.serializers.hot_sheets import CopySheet


class HeldCopy(serializers.ModelSerializer):
    sheet = CopySheet()
    officer = OfficerName()

    class Meta:
        model = Copy
        fields = ["sheet", "number", "officer", "opened_at", "downloads", "downloaded_at", "acknowledged_at"]


class FoundPageFacts(serializers.ModelSerializer):
    copy = HeldCopy()
    by = OfficerName()

    class Meta:
        model = FoundPage
        fields = ["id", "copy", "code", "found_on", "where", "by", "at"]


class LeftAt(serializers.ModelSerializer):
    """One time that a copy left: downloaded, or opened on a screen."""

    class Meta:
        model = AuditEntry
        fields = ["at", "verb", "address"]


class TracedCopy(serializers.Serializer):
    copy = HeldCopy()
    code = serializers.CharField()
    left = LeftAt(many=True, help_text="Each time it left, the latest first.")


class TracedPage(serializers.Serializer):
    copies = TracedCopy(many=True, help_text="None, one, or several where only a part of the code is known.")
    has_more = serializers.BooleanField(help_text="More fit than are told; give more of the code.")
