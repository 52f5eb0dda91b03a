"""The queue of reviews: what falls due in 90 days, in 30, now; and drafts that nobody documented in time."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.retention import reviews
from maintenance.retention.filters import ReviewFilter

PAGE = 40


@require_GET
@permitted("retention.view_reviews")
def view_reviews(request):
    today = localdate()
    visible = Dealer.objects.visible_to(request.user)
    waiting = reviews.with_owners(reviews.queue(visible, today), request.user)
    filtered = ReviewFilter(request.GET, waiting, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    trail.enter(request.user, "retention.view_reviews", trail.Outcome.READ)
    shown = {
        "page": page,
        "lines": reviews.lines(page, today),
        "figures": reviews.figures(visible, today),
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in filtered.form.fields),
    }
    return render(request, "retention/view_reviews.html", shown)
