"""What the API tells of records that wait for a review."""

from rest_framework import serializers

from dealers.models import Dealer
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class ReviewRow(DealerName):
    """On file: due for validation or purge on `review_due`. A draft: past its day without a source document."""

    owner = OfficerName()
    review_due = serializers.DateField(allow_null=True)
    is_held = serializers.BooleanField(help_text="A legal hold stands: nothing of it is removed.")

    class Meta:
        model = Dealer
        fields = [*DealerName.Meta.fields, "status", "owner", "logged_at", "validated_on", "review_due", "is_held"]
