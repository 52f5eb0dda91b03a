from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from dmi.audit.versions import version
from markets.models import HotPlace, Promise


class HotPlaceFacts(serializers.ModelSerializer):
    version = serializers.SerializerMethodField(help_text="What a change sends back as `seen`.")

    class Meta:
        model = HotPlace
        fields = [
            "id", "address", "kind", "status", "what_happens", "latitude", "longitude", "owner_name", "owner_phone",
            "logged_on", "version",
        ]  # fmt: skip

    def get_version(self, place) -> str:
        return version(place, place.CORRECTED)


class PromiseFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Promise
        fields = ["id", "promised_by", "what", "promised_on", "due_on", "outcome", "outcome_on", "by", "at"]
