from django.utils.timezone import localdate

from dealers.models import Alias, Dealer, Involvement, Mention, Observation, Photo, Predicate, SourceDocument, Vehicle
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from dmi.uploads import photo as through_the_gate

LOOKS = ("date_of_birth", "sex", "height_inches", "weight_pounds", "marks")


@on_the_record
def log_dealer(
    *, by, market, role, facts, reliability, validity, at, street_name="", last_name="", first_name="", seen_at=None,
    place="", area="", origin="", source_reference="", vehicle="", plate="", photo=None, photo_taken_on=None, **looks,
):  # fmt: skip
    """A draft on its predicate: the person, a part in the market, and the first observation.

    Refused: neither name nor street name; no facts; a photo that is none; a moment to come.
    """
    dealer = Dealer(last_name=last_name, first_name=first_name, logged_by=by, logged_at=at, **looks)
    dealer.rename(street_name)
    if not dealer.known_as:
        raise RuleBroken("Give a name or a street name; either is enough.")
    if dealer.date_of_birth and dealer.date_of_birth > localdate(at):
        raise RuleBroken("The date of birth lies ahead; check the year.")
    if photo_taken_on and photo_taken_on > localdate(at):
        raise RuleBroken("The photo's day is still to come; check the date.")
    picture = through_the_gate(photo) if photo else None
    dealer.save()
    by_at = {"by": by, "at": at}
    as_told = {**by_at, "reliability": reliability, "validity": validity, "source": source_reference}
    if street_name:
        Alias.objects.create(dealer=dealer, name=street_name, **as_told)
    if vehicle or plate:
        Vehicle.objects.create(dealer=dealer, description=vehicle, plate=plate.upper(), **as_told)
    if picture:
        keep_photo(dealer, picture, taken_on=photo_taken_on or localdate(at), source=f"Logged by {by}", **by_at)
    Involvement.objects.create(
        dealer=dealer, market=market, role=role, area=area, origin=origin, from_on=localdate(at), **as_told
    )
    predicate = Predicate.objects.create(dealer=dealer, facts=facts, established_by=by, established_at=at)
    if source_reference:
        SourceDocument.objects.create(predicate=predicate, reference=source_reference, added_by=by, added_at=at)
    seen = Observation.objects.create(
        market=market, seen_at=seen_at or at, place=place, narrative=facts, reliability=reliability, validity=validity,
        by=by, logged_at=at,
    )  # fmt: skip
    Mention.objects.create(observation=seen, dealer=dealer)
    return dealer


def keep_photo(dealer, picture, *, taken_on, source, by, at):
    """Both sizes of a photo that came through the upload gate."""
    return Photo.objects.create(
        dealer=dealer, page=picture.page, sheet=picture.sheet, sha256=Photo.fingerprint(picture.sheet),
        taken_on=taken_on, source=source, by=by, at=at,
    )  # fmt: skip
