"""What the API tells of custom notifications."""

from rest_framework import serializers

from callins.models import CustomNotification, NotificationAttempt
from callins.serializers.letters import LetterFacts
from callins.services.approve_exposure import READ
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from dmi.audit.versions import version
from markets.serializers.markets import MarketName


class NotificationFacts(serializers.ModelSerializer):
    dealer = DealerName()
    market = MarketName()
    officer = OfficerName()
    approved_by = OfficerName(allow_null=True)
    approved_until = serializers.DateField(allow_null=True, help_text="The last day on which these words may be said.")
    by = OfficerName()
    version = serializers.SerializerMethodField(help_text="What a change sends back as `seen`.")
    exposure_version = serializers.SerializerMethodField(help_text="What an approval sends back as `seen`.")

    class Meta:
        model = CustomNotification
        fields = [
            "id", "dealer", "market", "why", "exposure", "approved_by", "approved_at", "approved_until", "help_offered",
            "officer", "community_member", "state", "delivered_at", "reaction", "given_up_at",
            "given_up_because", "by", "at", "version", "exposure_version",
        ]  # fmt: skip

    def get_version(self, notification) -> str:
        return version(notification, notification.CORRECTED)

    def get_exposure_version(self, notification) -> str:
        return version(notification, READ)


class NotificationAttemptFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = NotificationAttempt
        fields = ["id", "notification", "place", "is_met", "note", "by", "at"]


class NotificationPage(serializers.Serializer):
    """One notification with its letters and every attempt."""

    notification = NotificationFacts()
    attempts = NotificationAttemptFacts(many=True)
    letters = LetterFacts(many=True)
    why_not = serializers.ListField(child=serializers.CharField(), help_text="What bars it today.")
