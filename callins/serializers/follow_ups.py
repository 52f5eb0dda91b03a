"""What the API tells of the time after a call-in."""

from rest_framework import serializers

from callins.models import FollowUp, FollowUpAttempt, Invitation, Offer, Rearrest, ServiceRequest, Word
from callins.serializers.call_ins import CallInName
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class AttemptFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = FollowUpAttempt
        fields = ["tried_at", "is_reached", "note", "by"]


class ContactOwed(serializers.ModelSerializer):
    """`done_at` is empty while it is owed; `is_reached` false: tried on three days in vain."""

    owner = OfficerName()
    attempts = AttemptFacts(many=True)

    class Meta:
        model = FollowUp
        fields = ["id", "kind", "due_on", "done_at", "is_reached", "note", "owner", "attempts"]


class FollowUpFacts(ContactOwed):
    dealer = DealerName(source="invitation.dealer")
    call_in = CallInName(source="invitation.call_in")

    class Meta(ContactOwed.Meta):
        fields = ["dealer", "call_in", "invitation", *ContactOwed.Meta.fields]


class ServiceRequestFacts(serializers.ModelSerializer):
    class Meta:
        model = ServiceRequest
        fields = ["id", "invitation", "service", "provider", "asked_on", "delivered_on"]


class WordFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Word
        fields = ["id", "invitation", "is_kept", "found_on", "basis", "by", "at"]


class RearrestFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Rearrest
        fields = ["id", "invitation", "arrested_on", "offence", "is_dealing", "source", "by", "at"]


class OwnerFacts(serializers.ModelSerializer):
    """Who stays in touch with whom."""

    dealer = DealerName()
    follow_up_owner = OfficerName(allow_null=True)

    class Meta:
        model = Invitation
        fields = ["id", "call_in", "dealer", "outcome", "follow_up_owner"]


class FollowedFacts(OwnerFacts):
    """One person with all that came after the evening."""

    follow_ups = ContactOwed(many=True)
    service_requests = ServiceRequestFacts(many=True)
    words = WordFacts(many=True)
    rearrests = RearrestFacts(many=True)

    class Meta(OwnerFacts.Meta):
        fields = [*OwnerFacts.Meta.fields, "follow_ups", "service_requests", "words", "rearrests"]


class EndedOffer(serializers.ModelSerializer):
    class Meta:
        model = Offer
        fields = ["id", "invitation", "state", "ended_on", "why"]
