"""What the API tells of the roster, and of who has not read the sheet."""

from rest_framework import serializers

from dmi.accounts.models import User
from dmi.accounts.serializers import OfficerName
from maintenance.models import Copy
from maintenance.serializers.hot_sheets import CopySheet


class OnShift(serializers.ModelSerializer):
    name = serializers.CharField(source="name_with_rank")

    class Meta:
        model = User
        fields = ["id", "badge", "name", "shift", "is_sworn", "phone"]


class UnreadCopy(serializers.ModelSerializer):
    """Whose copy is not read yet; nothing of what it says."""

    sheet = CopySheet()
    officer = OfficerName()
    shift = serializers.CharField(source="officer.shift")
    out_at = serializers.DateTimeField(help_text="Since when the officer could read it.")

    class Meta:
        model = Copy
        fields = ["sheet", "number", "officer", "shift", "out_at", "opened_at", "downloaded_at"]
