"""What the API tells of announcements, and of how they are heard. Of people only how many."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from dmi.audit.versions import version
from maintenance.models import Announcement
from markets.serializers.markets import MarketName
from markets.serializers.places import HotPlaceFacts


class AnnouncementRow(serializers.ModelSerializer):
    market = MarketName()
    by = OfficerName()
    approved_by = OfficerName(allow_null=True)
    state = serializers.ChoiceField(choices=Announcement.State.choices)

    class Meta:
        model = Announcement
        fields = [
            "id", "market", "kind", "audience", "title", "state", "by", "at", "approved_by", "approved_at",
            "published_on",
        ]  # fmt: skip


class AnnouncementFacts(AnnouncementRow):
    hot_place = HotPlaceFacts(allow_null=True)
    version = serializers.SerializerMethodField(help_text="What a change or an approval sends back as `seen`.")

    class Meta(AnnouncementRow.Meta):
        fields = [*AnnouncementRow.Meta.fields, "text", "hot_place", "version"]

    def get_version(self, announcement) -> str:
        return version(announcement, announcement.CORRECTED)


class HavenMonth(serializers.Serializer):
    first = serializers.DateField()
    last = serializers.DateField()
    names = serializers.IntegerField(help_text="New on file.")
    from_elsewhere = serializers.IntegerField(help_text="Of them, from out of the area.")
    not_known = serializers.IntegerField(help_text="Of them, of whom it is not known.")
    arrests = serializers.IntegerField()
    homes_known = serializers.IntegerField(help_text="Of the arrests, those of people whose home is on record.")
    from_out_of_state = serializers.IntegerField(help_text="Of those, from another state.")
    words = serializers.IntegerField(help_text="Announcements published.")


class HavenFacts(serializers.Serializer):
    on = serializers.DateField()
    people = serializers.IntegerField(help_text="On file with a part in this market.")
    from_elsewhere = serializers.IntegerField()
    not_known = serializers.IntegerField()
    names_a_month = serializers.FloatField(
        allow_null=True, help_text="New names from out of the area, on average over whole months."
    )
    share = serializers.FloatField(allow_null=True, help_text="Percent of arrests, of people from another state.")
    weeks_since_seen = serializers.IntegerField(
        allow_null=True, help_text="Since somebody from out of the area was last seen; null where nobody was."
    )
    spoken_on = serializers.DateField(allow_null=True, help_text="The first public word.")
    months = HavenMonth(many=True)
