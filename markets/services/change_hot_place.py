from dmi.audit.trail import hold, on_the_record


@on_the_record
def change_hot_place(*, by, hot_place, status, what_happens):
    """Its status and what happens there; the row history keeps what stood before."""
    hold(hot_place)
    hot_place.status, hot_place.what_happens = status, what_happens
    hot_place.save()
    return hot_place
