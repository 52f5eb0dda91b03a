"""What is told of records that may be one person. Of a hidden record: whom to call, and nothing else."""

from rest_framework import serializers

from dealers import search
from dealers.models import Judgement, Pointer
from dealers.serializers.dossier import CautionFacts, DealerName
from dmi.accounts.serializers import OfficerName


class JudgementFacts(serializers.ModelSerializer):
    a = DealerName()
    b = DealerName()
    by = OfficerName()

    class Meta:
        model = Judgement
        fields = ["id", "a", "b", "verdict", "because", "by", "at"]


class LikeFacts(serializers.Serializer):
    dealer = DealerName()
    score = serializers.FloatField(source="likeness.score", help_text="From 0, strangers, to 1, one person.")
    words = serializers.CharField(source="likeness.words", help_text="Very likely, likely or possible.")
    reasons = serializers.ListField(child=serializers.CharField(), source="likeness.reasons")


class PointerFacts(serializers.ModelSerializer):
    """A record may exist: call its owner."""

    call = serializers.CharField(source="dealer.owner.name_with_rank")
    phone = serializers.CharField(source="dealer.owner.phone")

    class Meta:
        model = Pointer
        fields = ["id", "call", "phone", "at", "seen_at", "danger_at"]


class Alike(serializers.Serializer):
    """The records you see that may be this person, and whom to call about those you do not see."""

    matches = LikeFacts(many=True)
    pointers = PointerFacts(many=True)


class Danger(serializers.Serializer):
    """Whether the hidden record warns of weapons or violence."""

    pointer = PointerFacts()
    cautions = CautionFacts(many=True)


class PointerRow(serializers.ModelSerializer):
    """Somebody logged a person who may be on a record of yours."""

    dealer = DealerName()
    given_to = OfficerName()
    reviewed_by = OfficerName(allow_null=True)

    class Meta:
        model = Pointer
        fields = [
            "id", "dealer", "given_to", "at", "seen_at", "danger_because", "danger_at", "reviewed_by", "reviewed_at",
        ]  # fmt: skip


def alike(dealer, officer):
    return {
        "matches": search.visible_matches(dealer, officer),
        "pointers": search.pointers_given(dealer, officer),
    }


def danger(pointer):
    return {"pointer": pointer, "cautions": search.grave_cautions(pointer)}
