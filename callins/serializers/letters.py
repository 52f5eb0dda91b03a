"""What the API tells of letters: their words, who has which, how each was served."""

from rest_framework import serializers

from callins.models import Letter, LetterTemplate, ServiceAttempt
from callins.serializers.call_ins import CallInName
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class LetterTemplateName(serializers.ModelSerializer):
    class Meta:
        model = LetterTemplate
        fields = ["id", "kind", "language", "version"]


class LetterTemplateFacts(LetterTemplateName):
    by = OfficerName()

    class Meta(LetterTemplateName.Meta):
        fields = [*LetterTemplateName.Meta.fields, "body", "replaced_at", "by", "at"]


class ServiceAttemptFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = ServiceAttempt
        fields = ["id", "letter", "place", "is_delivered", "to_whom", "note", "by", "at"]


class LetterFacts(serializers.ModelSerializer):
    """One letter as it was frozen. `made_at` is null while it is printed, `failed_because` says why it could not be."""

    dealer = DealerName()
    template = LetterTemplateName()
    by = OfficerName()

    class Meta:
        model = Letter
        fields = [
            "id", "dealer", "invitation", "notification", "template", "text", "is_large", "signed_by_chief",
            "signed_by_community", "sha256", "failed_because", "made_at", "by", "at",
        ]  # fmt: skip


class AskedLetters(serializers.Serializer):
    letters = LetterFacts(many=True)


class AddresseeFacts(serializers.Serializer):
    dealer = DealerName()
    invitation = serializers.UUIDField(source="invitation.pk")
    letter = LetterFacts(allow_null=True)
    handed_over = ServiceAttemptFacts(allow_null=True)
    why_not = serializers.ListField(child=serializers.CharField(), help_text="What bars a letter today.")
    is_outdated = serializers.BooleanField(help_text="It would say something else today.")


class LetterBoard(serializers.Serializer):
    """Everybody invited, with the newest letter."""

    addressees = AddresseeFacts(many=True)


class DeliveryFacts(serializers.Serializer):
    letter = LetterFacts()
    call_in = CallInName(source="letter.invitation.call_in")
    places = serializers.ListField(child=serializers.CharField(), help_text="Addresses on record.")
    why_not = serializers.CharField(help_text="Why not to hand it over today; empty where nothing is known.")
    attempts = ServiceAttemptFacts(source="letter.service_attempts", many=True)


class Deliveries(serializers.Serializer):
    """Letters to hand over, street by street."""

    deliveries = DeliveryFacts(many=True)
