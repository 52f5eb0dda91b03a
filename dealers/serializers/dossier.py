"""What the API tells of dealers. A confidential source's number is told by the dossier's page alone."""

import uuid

from rest_framework import serializers

from dealers.models import (
    CautionFlag,
    Dealer,
    Involvement,
    Observation,
    Photo,
    Predicate,
    SourceDocument,
    Tie,
    Vehicle,
)
from dealers.models.kinds import version_of
from dealers.serializers import facts
from dealers.serializers.supervision import SupervisionOnCard
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class DealerName(serializers.ModelSerializer):
    reference = serializers.CharField(help_text="Like D-0041.")

    class Meta:
        model = Dealer
        fields = ["id", "reference", "known_as"]


class DealerFacts(DealerName):
    """A person, and where the entry stands between draft and file."""

    logged_by = OfficerName()
    approved_by = OfficerName(allow_null=True)
    review_due = serializers.DateField(allow_null=True)

    class Meta(DealerName.Meta):
        fields = [
            *DealerName.Meta.fields, "status", "last_name", "first_name", "middle_name", "suffix", "date_of_birth",
            "sex", "height_inches", "weight_pounds", "marks", "logged_by", "logged_at", "returned_because",
            "approved_by", "approved_at", "validated_on", "review_due",
        ]  # fmt: skip


class PartFacts(serializers.ModelSerializer):
    """A part in a market that you work."""

    market = MarketName()

    class Meta:
        model = Involvement
        fields = ["market", "role", "area", "origin", "from_on", "until_on"]


class PhotoFacts(serializers.ModelSerializer):
    class Meta:
        model = Photo
        fields = ["id", "taken_on", "source", "reliability", "validity"]


class CautionFacts(serializers.ModelSerializer):
    class Meta:
        model = CautionFlag
        fields = ["id", "kind", "source", "noted_on", "reliability", "validity"]


class VehicleFacts(serializers.ModelSerializer):
    class Meta:
        model = Vehicle
        fields = ["description", "plate"]


class SourceDocumentFacts(serializers.ModelSerializer):
    added_by = OfficerName()

    class Meta:
        model = SourceDocument
        fields = ["reference", "added_by", "added_at"]


class PredicateFacts(serializers.ModelSerializer):
    established_by = OfficerName()
    source_documents = SourceDocumentFacts(many=True)

    class Meta:
        model = Predicate
        fields = ["facts", "is_lawfully_acquired", "established_by", "established_at", "source_documents"]


class DealerRow(DealerFacts):
    street_names = serializers.ListField(child=serializers.CharField())
    parts = PartFacts(many=True)
    photos = PhotoFacts(many=True, source="portraits")

    class Meta(DealerFacts.Meta):
        fields = [*DealerFacts.Meta.fields, "street_names", "parts", "photos"]


class Dossier(DealerRow):
    """Everything but observations and ties, which have lists of their own. Facts tell source, grade and version."""

    version = serializers.SerializerMethodField(help_text="What a correction of the person sends back as `seen`.")
    parts = facts.InvolvementFacts(many=True)
    photos = facts.PhotoInFull(many=True, source="portraits")
    cautions = facts.CautionInFull(many=True, source="warnings")
    aliases = facts.AliasFacts(many=True, source="street_names")
    birth_dates = facts.BirthDateFacts(many=True, source="other_births")
    addresses = facts.AddressFacts(many=True, source="places")
    phones = facts.PhoneFacts(many=True, source="numbers")
    vehicles = facts.VehicleInFull(many=True, source="drives")
    past_vehicles = facts.VehicleInFull(many=True, source="drove")
    handles = facts.HandleFacts(many=True, source="screen_names")
    influentials = facts.InfluentialFacts(many=True, source="helpers", help_text="Who can help. NOT SUSPECTS.")
    validations = facts.ValidationFacts(many=True)
    predicate = PredicateFacts()

    class Meta(DealerRow.Meta):
        fields = [
            *DealerRow.Meta.fields, "version", "race", "cautions", "aliases", "birth_dates", "addresses", "phones",
            "vehicles", "past_vehicles", "handles", "influentials", "validations", "predicate",
        ]  # fmt: skip

    def get_version(self, dealer) -> str:
        return version_of(dealer)


class Card(DealerName):
    """The officer's card: whom one meets, and what to mind."""

    street_names = serializers.ListField(child=serializers.CharField())
    parts = PartFacts(many=True)
    photos = PhotoFacts(many=True, source="portraits")
    cautions = CautionFacts(many=True, source="warnings")
    vehicles = VehicleFacts(many=True, source="drives")
    supervisions = SupervisionOnCard(many=True, source="supervised")

    class Meta(DealerName.Meta):
        fields = [
            *DealerName.Meta.fields, "date_of_birth", "sex", "height_inches", "weight_pounds", "marks", "street_names",
            "parts", "photos", "cautions", "vehicles", "supervisions",
        ]  # fmt: skip


class ObservationFacts(serializers.ModelSerializer):
    market = MarketName()
    by = OfficerName()

    class Meta:
        model = Observation
        fields = ["id", "market", "seen_at", "place", "narrative", "reliability", "validity", "by", "logged_at"]


class ObservationRow(ObservationFacts):
    people = DealerName(many=True, help_text="Whom it names, as far as you may see them.")

    class Meta(ObservationFacts.Meta):
        fields = [*ObservationFacts.Meta.fields, "people"]


class TieFacts(facts.Versioned):
    a = DealerName()
    b = DealerName()
    goes_from = serializers.SerializerMethodField(help_text="Who supplies or introduces the other; null elsewhere.")
    by = OfficerName()

    class Meta:
        model = Tie
        fields = [
            "id", "a", "b", "kind", "goes_from", "strength", "first_seen_on", "seen_on", "basis", "reliability",
            "validity", "by", "logged_at", "version",
        ]  # fmt: skip

    def get_goes_from(self, tie) -> uuid.UUID | None:
        return {True: tie.a_id, False: tie.b_id, None: None}[tie.goes_from_a]


class Imported(serializers.Serializer):
    """The drafts that a list became."""

    dealers = DealerName(many=True)
