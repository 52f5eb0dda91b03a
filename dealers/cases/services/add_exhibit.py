from django.core.exceptions import ValidationError
from django.db.models import Max

from dealers.cases import content, keeping
from dealers.cases.models import CustodyEvent, Exhibit
from dealers.services.facts import check_moment
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_exhibit(*, by, case, kind, description, received_from, at, place="", received_at=None, file=None, buy=None):
    """A file, kept under its SHA-256, or a thing; its custody begins with who gave it.

    Refused: a case that has ended, a moment to come or before 1900, a buy from somebody else, a file that did not
    arrive, is too large, is none of the kinds kept, or is not what its name says.
    """
    check_moment("received_at", received_at)
    hold(case)
    received_at = received_at or at
    check_exhibit(case, kind, file, buy, received_at, at)
    last = case.exhibits.aggregate(last=Max("number"))["last"] or 0
    exhibit = Exhibit.objects.create(
        case=case, buy=buy, number=last + 1, kind=kind, description=description, by=by, at=at, **kept(file)
    )
    CustodyEvent.objects.create(
        exhibit=exhibit, given_by=received_from, given_to=by.name_with_rank, place=place, why="Entered as an exhibit",
        happened_at=received_at, by=by, at=at,
    )  # fmt: skip
    return exhibit


def check_exhibit(case, kind, file, buy, received_at, at):
    if case.has_ended:
        raise RuleBroken(f"Case {case} has ended ({case.label.lower()}); nothing is added to it.")
    if received_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    if buy and buy.dealer_id != case.dealer_id:
        raise RuleBroken("This buy was from somebody else than the case is about.")
    if kind == Exhibit.Kind.FILE and file is None:
        raise ValidationError({"file": "No whole file arrived; choose it, and send it again."})
    if kind == Exhibit.Kind.THING and file is not None:
        raise ValidationError({"file": "A thing has no file; enter the file as an exhibit of its own."})


def kept(file):
    """What the row says of a file that is now in its place; nothing of a thing."""
    if file is None:
        return {}
    arrival = keeping.arrival_of(file)
    try:
        if why := why_refused(file.name, arrival):
            raise ValidationError({"file": why})
        return {
            "file_name": file.name,
            "media_type": content.media_type_of(arrival.head),
            "size_bytes": arrival.size,
            "sha256": arrival.keep(),
        }
    finally:
        arrival.discard()


def why_refused(name, arrival):
    if arrival.is_too_large:
        return f"The file is larger than {keeping.most()}; cut it, and add each part."
    if arrival.has_no_room:
        return "The desk has no room left to keep it. Tell the administrator; nothing of it was kept."
    return content.why_not_kept(name, arrival.head)
