"""What the API tells of the map."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.geometry import shape_of, square_kilometres
from markets.models import Area, Background
from markets.serializers.places import HotPlaceFacts


class AreaFacts(serializers.ModelSerializer):
    shape = serializers.DictField(help_text="GeoJSON: Polygon or MultiPolygon, longitude first.")
    square_kilometres = serializers.SerializerMethodField()
    by = OfficerName()

    class Meta:
        model = Area
        fields = ["id", "kind", "name", "shape", "near_metres", "square_kilometres", "placed_at", "by", "at"]

    def get_square_kilometres(self, area) -> float:
        return round(square_kilometres(shape_of(area.shape)), 3)


class BackgroundFacts(serializers.ModelSerializer):
    shapes = serializers.DictField(help_text="GeoJSON: a FeatureCollection of lines and areas.")
    by = OfficerName()

    class Meta:
        model = Background
        fields = ["id", "source", "shapes", "by", "at"]


class MapFacts(serializers.Serializer):
    areas = AreaFacts(many=True)
    background = BackgroundFacts(allow_null=True)
    hot_places = HotPlaceFacts(many=True)
