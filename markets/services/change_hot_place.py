from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged


@on_the_record
def change_hot_place(*, by, hot_place, seen, status, what_happens, latitude, longitude, owner_name, owner_phone):
    """Its status, what happens there, where it lies, whom to talk to; the row history keeps what stood before.

    `seen` is the version that the form was filled from. Refused: changed meanwhile, one coordinate without the other.
    """
    hold(hot_place)
    check_unchanged(hot_place, seen, hot_place.CORRECTED)
    hot_place.status, hot_place.what_happens = status, what_happens
    hot_place.latitude, hot_place.longitude = latitude, longitude
    hot_place.owner_name, hot_place.owner_phone = owner_name, owner_phone
    hot_place.save()
    return hot_place
