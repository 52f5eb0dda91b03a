"""The way back from paper: the address that an edition's QR code holds, whose copy it leads to, who an item is."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from dealers.models import Dealer
from maintenance.hot_sheet.contents import Contents
from maintenance.models import Copy
from maintenance.rules import in_address, week_named


def address_of(edition):
    """Where a sighting is told. Every copy of an edition holds the same: whose it is, signing in says."""
    return settings.SITE_URL + reverse("maintenance:tell_debrief", args=[in_address(edition)])


def own_copy(officer, said):
    """This officer's copy of the edition that an address or a form names; None where there is none."""
    if (monday := week_named(said)) is None:
        return None
    copies = Copy.objects.visible_to(officer).of_week(monday, monday + timedelta(days=6))
    return next((copy for copy in copies if in_address(copy.sheet.edition) == in_address(said)), None)


def people_on(copy):
    """The cards of a copy by the number that officers say over the radio."""
    return {card.item: card for card in Contents.from_json(copy.sheet.contents).people}


def called(card):
    """Cody Farrow “Scooter”."""
    quoted = [f"“{name}”" for name in card.street_names]
    return " ".join(filter(None, (card.given, card.surname, *quoted)))


def dealer_of(card):
    """Who that is on file now; the record that took his place where two were made one, None where it is gone."""
    dealer = Dealer.objects.filter_ids([card.dealer]).select_related("merged_into").first()
    return dealer and (dealer.merged_into or dealer)
