"""All that came after the evening, fetched with the people it is about."""

from django.db.models import Prefetch

from callins.models.follow_up import FollowUp
from callins.models.service_request import ServiceRequest
from callins.models.word import Rearrest, Word


def followed(invitations):
    """Invitations with all that came after the evening, in a fixed number of queries."""
    contacts = FollowUp.objects.select_related("owner").prefetch_related("attempts")
    return invitations.select_related("offer").prefetch_related(
        Prefetch("follow_ups", contacts),
        Prefetch("service_requests", ServiceRequest.objects.select_related("by")),
        Prefetch("words", Word.objects.select_related("by")),
        Prefetch("rearrests", Rearrest.objects.select_related("by")),
    )
