"""Records that may be one person, by JSON."""

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.api.base import OfPeople
from dealers.forms import duplicates as forms
from dealers.models import Dealer, Pointer
from dealers.serializers import duplicates as serializers
from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm


class FindDuplicates(Act):
    """The records you see that may be this person, with their reasons. Of records you do not see you are told whom to
    call, and their owners that you asked.
    """

    form, service, answer = ActionForm, services.find_duplicates, serializers.Alike

    def given(self, request, dealer_id):
        dealer = trail.find(Dealer.objects.compared_by(request.user).with_names(), by=request.user, pk=dealer_id)
        return {"dealer": dealer, "at": timezone.now()}

    def reply(self, record, **given):
        return super().reply(serializers.alike(record, self.request.user), **given)


class JudgeMatch(Act):
    form, service, answer = forms.JudgeMatchForm, services.judge_match, serializers.JudgementFacts

    def given(self, request, dealer_id, other_id):
        dealer, other = (
            trail.find(Dealer.objects.with_names(), by=request.user, pk=key) for key in (dealer_id, other_id)
        )
        return {"dealer": dealer, "other": other, "at": timezone.now()}


class OfPointer(Act):
    def given(self, request, pointer_id):
        pointer = trail.find(Pointer.objects.with_people(), by=request.user, pk=pointer_id)
        return {"pointer": pointer, "at": timezone.now()}


class SeeDanger(OfPointer):
    form, service, answer = forms.SeeDangerForm, services.see_danger, serializers.Danger

    def reply(self, record, **given):
        return super().reply(serializers.danger(record), **given)


class AcknowledgePointer(OfPointer):
    form, service, answer = ActionForm, services.acknowledge_pointer, serializers.PointerRow


class ReviewDanger(OfPointer):
    form, service, answer = ActionForm, services.review_danger, serializers.PointerRow


class ViewPointers(OfPeople):
    """Who asked about records you see; the latest first."""

    verb = "dealers.view_pointers"
    answer = serializers.PointerRow
    ordering = ("-at", "-id")

    def rows(self, officer):
        return Pointer.objects.visible_to(officer).about_visible(officer).with_people()


urlpatterns = [
    path("pointers/", ViewPointers.as_view(), name="view_pointers"),
    path("pointers/<uuid:pointer_id>/danger/", SeeDanger.as_view(), name="see_danger"),
    path("pointers/<uuid:pointer_id>/acknowledge/", AcknowledgePointer.as_view(), name="acknowledge_pointer"),
    path("pointers/<uuid:pointer_id>/review-danger/", ReviewDanger.as_view(), name="review_danger"),
    path("<uuid:dealer_id>/duplicates/", FindDuplicates.as_view(), name="find_duplicates"),
    path("<uuid:dealer_id>/judge-match/<uuid:other_id>/", JudgeMatch.as_view(), name="judge_match"),
]
