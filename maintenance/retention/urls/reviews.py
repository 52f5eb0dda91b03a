"""Records to validate or purge."""

from django.urls import path

from maintenance.retention.views import reviews

urlpatterns = [path("reviews/", reviews.view_reviews, name="view_reviews")]
