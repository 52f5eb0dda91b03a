from dealers.rules import plate_as_kept
from dealers.services.facts import correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_vehicle(*, by, dealer, vehicle, seen, plate, at, **facts):
    """A vehicle, or since when it is driven no more. Refused: changed or withdrawn meanwhile, an end to come."""
    return correct(vehicle, dealer=dealer, seen=seen, by=by, at=at, plate=plate_as_kept(plate), **facts)
