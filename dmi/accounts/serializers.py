"""What the API tells of officers and tokens."""

from rest_framework import serializers

from dmi.accounts.models import Agency, Token, User


class OfficerName(serializers.ModelSerializer):
    name = serializers.CharField(source="name_with_rank")

    class Meta:
        model = User
        fields = ["id", "badge", "name"]


class AgencyName(serializers.ModelSerializer):
    class Meta:
        model = Agency
        fields = ["id", "name"]


class Officer(serializers.ModelSerializer):
    agency = AgencyName(allow_null=True)

    class Meta:
        model = User
        fields = [
            "id", "badge", "full_name", "rank", "phone", "email", "agency", "roles", "is_sworn", "shift", "is_active",
            "locked_at",
        ]  # fmt: skip


class TokenFacts(serializers.ModelSerializer):
    class Meta:
        model = Token
        fields = ["id", "name", "scope", "made_at", "expires_at", "revoked_at"]


class MadeToken(TokenFacts):
    secret = serializers.CharField(help_text="Shown in this answer and never again.")

    class Meta(TokenFacts.Meta):
        fields = [*TokenFacts.Meta.fields, "secret"]
