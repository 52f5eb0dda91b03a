"""What the API tells, to those who may know, of records kept apart."""

from rest_framework import serializers

from dealers.models import Dealer, RecordSeal
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class SealFacts(serializers.ModelSerializer):
    dealer = DealerName()
    by = OfficerName()
    ended_by = OfficerName(allow_null=True)

    class Meta:
        model = RecordSeal
        fields = ["id", "dealer", "ground", "because", "by", "at", "ended_because", "ended_by", "ended_at"]


class JuvenileRow(DealerName):
    """Somebody who was under the line of age when the record was begun."""

    owner = OfficerName()

    class Meta(DealerName.Meta):
        model = Dealer
        fields = [*DealerName.Meta.fields, "status", "date_of_birth", "logged_at", "owner"]
