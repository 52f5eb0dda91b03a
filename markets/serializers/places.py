from rest_framework import serializers

from markets.models import HotPlace


class HotPlaceFacts(serializers.ModelSerializer):
    class Meta:
        model = HotPlace
        fields = ["id", "address", "kind", "status", "what_happens", "logged_on"]
