from django.utils.timezone import localdate

from dealers import rules
from dealers.models import (
    Address,
    Alias,
    BirthDate,
    Dealer,
    Involvement,
    Mention,
    Observation,
    Phone,
    Photo,
    Predicate,
    SourceDocument,
    Vehicle,
)
from dealers.services.facts import check_birth, check_day, check_moment, written
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from dmi.uploads import photo as through_the_gate

KNOWN_BY = (
    "street_name", "other_street_names", "birth", "phone", "address", "city", "state", "zip", "vehicle", "plate",
)  # fmt: skip


@on_the_record
def log_dealer(
    *, by, market, role, facts, reliability, validity, at, source_reference="", seen_at=None, place="", area="",
    origin="", photo=None, photo_taken_on=None, **person,
):  # fmt: skip
    """A draft on its predicate: the person and what is known of it, a part in the market, and the first observation.

    `person` is by what somebody is known (KNOWN_BY), names, day of birth and looks.
    Refused: neither name nor street name; no facts; a number or a day that can not be; a photo that is none.
    """
    known_by = {name: person.pop(name) for name in KNOWN_BY if name in person}
    dealer = Dealer(logged_by=by, logged_at=at, **person)
    check_person(dealer, known_by, at)
    check_day("photo_taken_on", photo_taken_on, at, "The photo's day")
    check_moment("seen_at", seen_at)
    picture = through_the_gate(photo) if photo else None
    dealer.save()
    by_at, grade = {"by": by, "at": at}, {"reliability": reliability, "validity": validity}
    as_told = {**by_at, **grade, "source": source_reference}
    keep_identifiers(dealer, as_told, **known_by)
    if picture:
        taken_on = photo_taken_on or localdate(at)
        keep_photo(dealer, picture, taken_on=taken_on, source=f"Logged by {by}", **by_at, **grade)
    Involvement.objects.create(
        dealer=dealer, market=market, role=role, area=area, origin=origin, from_on=localdate(at), **as_told
    )
    predicate = Predicate.objects.create(dealer=dealer, facts=facts, established_by=by, established_at=at)
    if source_reference:
        SourceDocument.objects.create(predicate=predicate, reference=source_reference, added_by=by, added_at=at)
    seen = Observation.objects.create(
        market=market, seen_at=seen_at or at, place=place, narrative=facts, by=by, logged_at=at, **grade
    )
    Mention.objects.create(observation=seen, dealer=dealer)
    if not dealer.imported_in_id:  # the rows of a list were compared when it was checked (check_import)
        point_out(dealer, by=by, at=at)
    return dealer


def check_person(dealer, known_by, at):
    """The name that pages use is set on the way. Refused: no name at all; a birth to come, or before 1900."""
    dealer.rename(known_by.get("street_name", ""))
    if not dealer.known_as:
        raise RuleBroken("Give a name or a street name; either is enough.")
    if dealer.date_of_birth and dealer.date_of_birth > localdate(at):
        raise RuleBroken("The date of birth lies ahead; check the year.")
    check_day("date_of_birth", dealer.date_of_birth, at, "The date of birth")
    if birth := known_by.get("birth"):
        check_birth(dealer, (*birth, None), at)


def keep_identifiers(
    dealer, as_told, *, street_name="", other_street_names=(), birth=None, phone="", address="", vehicle="", plate="",
    **place,
):  # fmt: skip
    """`birth` is (year, month or None), where no more of it is known; `place` what follows an address's first line."""
    for name in filter(None, (street_name, *other_street_names)):
        Alias.objects.create(dealer=dealer, name=name, **as_told)
    if birth:
        BirthDate.objects.create(dealer=dealer, year=birth[0], month=birth[1], **as_told)
    if phone:
        number = written("phone", rules.phone_in_full, phone)
        Phone.objects.create(dealer=dealer, number=number, **as_told)
    if address:
        Address.objects.create(dealer=dealer, line=address, **place, **as_told)
    if vehicle or plate:
        Vehicle.objects.create(dealer=dealer, description=vehicle, plate=rules.plate_as_kept(plate), **as_told)


def keep_photo(dealer, picture, *, taken_on, **told):
    """Both sizes of a photo that came through the upload gate."""
    return Photo.objects.create(
        dealer=dealer, page=picture.page, sheet=picture.sheet, sha256=Photo.fingerprint(picture.sheet),
        taken_on=taken_on, **told,
    )  # fmt: skip
