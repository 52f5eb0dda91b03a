"""Records to validate or purge, by JSON."""

from django.urls import path
from django.utils.timezone import localdate

from dealers.models import Dealer
from dmi.api.reads import Listing
from dmi.audit import trail
from maintenance.retention import reviews
from maintenance.retention.filters import ReviewFilter
from maintenance.retention.serializers.reviews import ReviewRow


class ViewReviews(Listing):
    """What falls due within 90 days, and drafts that nobody documented in time; the first logged first."""

    verb = "retention.view_reviews"
    answer = ReviewRow
    ordering = ("logged_at", "id")
    filters = ReviewFilter

    def rows(self, officer):
        return reviews.with_owners(reviews.queue(Dealer.objects.visible_to(officer), localdate()), officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


urlpatterns = [path("reviews/", ViewReviews.as_view(), name="view_reviews")]
