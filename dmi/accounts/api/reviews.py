"""The yearly review of accounts, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.accounts import serializers, services
from dmi.accounts.forms.reviews import JudgeAccountForm
from dmi.accounts.models import AccountReview, User
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewAccountReviews(Listing):
    """The yearly reviews of accounts and roles, newest first."""

    verb = "accounts.view_reviews"
    answer = serializers.AccountReviewLine
    ordering = ("-opened_at", "-id")

    def rows(self, officer):
        return AccountReview.objects.visible_to(officer).with_people()


class ViewReview(Look):
    """One review with each of its accounts, the roles as they stood, and what was said of them."""

    verb = "accounts.view_review"
    answer = serializers.AccountReviewFacts

    def record(self, request, review_id):
        rows = AccountReview.objects.visible_to(request.user).with_people().with_accounts()
        return trail.read(rows, by=request.user, verb=self.verb, pk=review_id)


class OpenReview(Act):
    form, service, answer = ActionForm, services.open_review, serializers.AccountReviewFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class JudgeAccount(Act):
    """Refused: one's own account, a review that is signed."""

    form, service, answer = JudgeAccountForm, services.judge_account, serializers.AccountReviewFacts

    def given(self, request, review_id, officer_id):
        review = trail.find(AccountReview.objects.all(), by=request.user, pk=review_id)
        officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
        return {"review": review, "officer": officer, "at": timezone.now()}


class SignReview(Act):
    """Refused: a review in which accounts were not looked at."""

    form, service, answer = ActionForm, services.sign_review, serializers.AccountReviewFacts

    def given(self, request, review_id):
        review = trail.find(AccountReview.objects.all(), by=request.user, pk=review_id)
        return {"review": review, "at": timezone.now()}


REVIEW = "reviews/<uuid:review_id>"
urlpatterns = [
    path("reviews/", ViewAccountReviews.as_view(), name="view_reviews"),
    path("reviews/open/", OpenReview.as_view(), name="open_review"),
    path(f"{REVIEW}/", ViewReview.as_view(), name="view_review"),
    path(f"{REVIEW}/accounts/<uuid:officer_id>/judge/", JudgeAccount.as_view(), name="judge_account"),
    path(f"{REVIEW}/sign/", SignReview.as_view(), name="sign_review"),
]
