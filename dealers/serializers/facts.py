"""What the API tells of single facts: what is said, since or until when, on what it rests, and its version."""

from rest_framework import serializers

from dealers.models import (
    Address,
    Alias,
    BirthDate,
    CautionFlag,
    Handle,
    Influential,
    Involvement,
    Phone,
    Photo,
    Validation,
    Vehicle,
)
from dealers.models.kinds import version_of
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName

TOLD = ("source", "reliability", "validity", "by", "at", "version")


class Versioned(serializers.ModelSerializer):
    """What can be corrected."""

    version = serializers.SerializerMethodField(help_text="What a correction sends back as `seen`.")

    def get_version(self, record) -> str:
        return version_of(record)


class Fact(Versioned):
    by = OfficerName()


class AliasFacts(Fact):
    class Meta:
        model = Alias
        fields = ["id", "name", *TOLD]


class BirthDateFacts(Fact):
    class Meta:
        model = BirthDate
        fields = ["id", "year", "month", "day", *TOLD]


class AddressFacts(Fact):
    class Meta:
        model = Address
        fields = ["id", "kind", "line", "city", "state", "zip", "until_on", *TOLD]


class PhoneFacts(Fact):
    class Meta:
        model = Phone
        fields = ["id", "number", "kind", "until_on", *TOLD]


class VehicleInFull(Fact):
    class Meta:
        model = Vehicle
        fields = ["id", "description", "plate", "until_on", *TOLD]


class HandleFacts(Fact):
    class Meta:
        model = Handle
        fields = ["id", "platform", "name", "until_on", *TOLD]


class InfluentialFacts(Fact):
    """Somebody who can help. NOT A SUSPECT."""

    class Meta:
        model = Influential
        fields = ["id", "name", "relation", "willing", "contact", *TOLD]


class InvolvementFacts(Fact):
    """A part in a market that you work, and how far it reaches."""

    market = MarketName()

    class Meta:
        model = Involvement
        fields = [
            "id", "market", "role", "is_active", "area", "uses_what_is_sold", "origin", "route", "carrier", "trips",
            "buyers_served", "share_from_out_of_town", "from_on", "until_on", *TOLD,
        ]  # fmt: skip


class CautionInFull(Fact):
    class Meta:
        model = CautionFlag
        fields = ["id", "kind", "noted_on", *TOLD]


class PhotoInFull(Fact):
    class Meta:
        model = Photo
        fields = ["id", "taken_on", *TOLD]


class ValidationFacts(serializers.ModelSerializer):
    """Somebody found the record still relevant (28 CFR 23.20(h))."""

    by = OfficerName()

    class Meta:
        model = Validation
        fields = ["id", "because", "validated_on", "by"]


class Withdrawn(serializers.Serializer):
    """A fact that proved wrong: it stays in the history alone."""

    id = serializers.UUIDField()
    withdrawn_at = serializers.DateTimeField()
    withdrawn_because = serializers.CharField()
