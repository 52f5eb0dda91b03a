"""What the API tells of prosecutions and warrants."""

from rest_framework import serializers

from dealers.cases.models import Charge, Prosecution, Warrant
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class ChargeFacts(serializers.ModelSerializer):
    class Meta:
        model = Charge
        fields = ["offence", "grade", "offence_on"]


class ProsecutionFacts(serializers.ModelSerializer):
    """A defendant before a court. Of who is held, `release_on` is the release to come."""

    dealer = DealerName()
    charges = ChargeFacts(many=True)
    by = OfficerName()

    class Meta:
        model = Prosecution
        fields = [
            "id", "dealer", "court", "court_name", "docket", "arresting_agency", "arrested_on", "operation", "counsel",
            "custody", "held_at", "release_on", "release_conditions", "next_hearing_at", "outcome", "outcome_on",
            "sentence", "charges", "by", "at",
        ]  # fmt: skip


class WarrantFacts(serializers.ModelSerializer):
    """Always to be confirmed before an arrest."""

    dealer = DealerName()
    confirmed_by = OfficerName(allow_null=True)

    class Meta:
        model = Warrant
        fields = [
            "id", "dealer", "number", "court_name", "issued_on", "status", "confirmed_at", "confirmed_by", "closed_on",
        ]  # fmt: skip


class Court(serializers.Serializer):
    """A dealer's courts and warrants."""

    prosecutions = ProsecutionFacts(many=True)
    warrants = WarrantFacts(many=True)
