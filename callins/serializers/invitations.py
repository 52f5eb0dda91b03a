"""What the API tells of those who are called in."""

from rest_framework import serializers

from callins.models import Clearance, InfluentialContact, Invitation
from callins.serializers.call_ins import CallInName
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class InvitationFacts(serializers.ModelSerializer):
    """One person called to one call-in, on `case` or `prosecution`."""

    call_in = CallInName()
    dealer = DealerName()
    follow_up_owner = OfficerName(allow_null=True)
    by = OfficerName()

    class Meta:
        model = Invitation
        fields = [
            "id", "call_in", "dealer", "case", "prosecution", "counsel_name", "counsel_noticed_on", "counsel_answer",
            "influential", "rsvp", "rsvp_at", "companion", "transport", "outcome", "arrived_at", "follow_up_owner",
            "withdrawn_at", "withdrawn_because", "by", "at",
        ]  # fmt: skip


class ContactFacts(serializers.ModelSerializer):
    """Somebody spoke with a person whose word counts. Not a suspect."""

    influential = serializers.CharField(help_text="Name, and how the person stands to whom he helps.")
    by = OfficerName()

    class Meta:
        model = InfluentialContact
        fields = ["id", "influential", "how", "consents", "words", "by", "at"]


class ClearanceFacts(serializers.ModelSerializer):
    dealer = DealerName()
    by = OfficerName()

    class Meta:
        model = Clearance
        fields = ["id", "dealer", "kind", "words", "by", "at"]


class BarFacts(serializers.Serializer):
    """What stands against inviting somebody by the records of today, and who may lift it."""

    kind = serializers.CharField()
    words = serializers.CharField()
    lifted_by = serializers.CharField()


class CandidateFacts(serializers.Serializer):
    """Somebody whose track is the call-in and who is not invited yet."""

    dealer = DealerName()
    bars = BarFacts(many=True)


class InviteeFacts(CandidateFacts):
    """Who is invited, and what stands against it by now."""

    invitation = InvitationFacts()


class InvitedFacts(serializers.Serializer):
    invited = InviteeFacts(many=True)
    candidates = CandidateFacts(many=True)


class InvitationPage(serializers.Serializer):
    invitation = InvitationFacts()
    outreach = ContactFacts(many=True)
    bars = BarFacts(many=True, help_text="Told while the call-in is ahead.")
