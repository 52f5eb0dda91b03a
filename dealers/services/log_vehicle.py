from dealers.models import Vehicle
from dealers.rules import plate_as_kept
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import on_the_record


@on_the_record
def log_vehicle(*, by, dealer, at, description="", plate="", **told):
    """What somebody drives, its plate in capitals. Refused: neither described nor with a plate."""
    plate = plate_as_kept(plate)
    vehicle = Vehicle.objects.create(dealer=dealer, description=description, plate=plate, by=by, at=at, **told)
    point_out(dealer, by=by, at=at)
    return vehicle
