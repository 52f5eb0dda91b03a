"""What a card prints of somebody on file, whatever edition it stands on: from the records as they are, no drafts."""

from datetime import timedelta
from itertools import groupby

from django.db.models import Prefetch
from django.utils.timezone import localdate

from dealers.cases.models import Warrant
from dealers.models import Alias, CautionFlag, Involvement, Observation, Photo, Supervision, Vehicle
from maintenance.hot_sheet.contents import LOOKS, MAY_ACT, Caution
from maintenance.rules import WARRANT_HOURS

LETTERS = {"armed": "A", "violent": "V", "flees": "F", "needles": "N", "dog": "D", "crisis": "M"}
GRADED_WEEKS = 13  # task force policy: what was seen earlier says little of how sure we are now


def printed_facts(path, starts_on, frozen_on, condition_days):
    """What to fetch beside each dealer, in as many queries whatever their number.

    Of conditions those in force on the first day and verified in the days before the freeze.
    """
    supervised = Supervision.objects.in_force(starts_on).with_terms(
        starts_on, frozen_on - timedelta(days=condition_days)
    )
    entries = Observation.objects.only("reliability", "validity", "seen_at")
    return (
        Prefetch(f"{path}aliases", Alias.objects.standing(), to_attr="street_names"),
        Prefetch(f"{path}cautions", CautionFlag.objects.standing(), to_attr="warnings"),
        Prefetch(f"{path}vehicles", Vehicle.objects.current(), to_attr="drives"),
        Prefetch(f"{path}involvements", Involvement.objects.open(), to_attr="parts"),
        Prefetch(f"{path}photos", Photo.objects.standing(), to_attr="portraits"),
        Prefetch(f"{path}supervisions", supervised, to_attr="supervised"),
        Prefetch(f"{path}observations", entries, to_attr="entries"),
    )


def warrants_of(dealers, frozen_at):
    """By dealer, the numbers of the warrants that may print. The card itself says: confirm before arrest."""
    since = frozen_at - timedelta(hours=WARRANT_HOURS)
    fresh = Warrant.objects.about(dealers).confirmed_between(since, frozen_at)
    told: dict = {}
    for warrant in fresh.order_by("number"):
        told.setdefault(warrant.dealer_id, []).append(f"{warrant.number}, {warrant.court_name}")
    return {dealer: "; ".join(lines) for dealer, lines in told.items()}


def facts_of(dealer, on):
    """A card's fields that are nobody's decision; `dealer` comes with its `printed_facts`."""
    photo, vehicle, part = first(dealer.portraits), first(dealer.drives), first(dealer.parts)
    return {
        "dealer": str(dealer.pk), "surname": dealer.last_name, "given": dealer.first_name,
        "street_names": tuple(alias.name for alias in dealer.street_names), "cautions": cautions_of(dealer),
        "looks": looks_of(dealer, on), "area": part.area if part else "",
        "vehicle": vehicle.description if vehicle else "", "plate": vehicle.plate if vehicle else "",
        "conditions": tuple(conditions(dealer.supervised)), "grade": grade_of(dealer.entries, on),
        "photo": photo.sha256 if photo else "", "photo_on": photo.taken_on if photo else None,
    }  # fmt: skip


def first(rows):
    return next(iter(rows), None)


def grade_of(entries, on):
    """The best grade of what was seen lately, else of anything ever seen."""
    since = on - timedelta(weeks=GRADED_WEEKS)
    recent = [entry for entry in entries if localdate(entry.seen_at) >= since]
    return min((entry.grade for entry in recent or entries), default="")


def cautions_of(dealer):
    return tuple(map(caution, newest_of_each_kind(dealer.warnings)))


def newest_of_each_kind(cautions):
    """They come by kind, the newest first; what may kill prints first."""
    newest = [next(group) for _, group in groupby(cautions, key=lambda flag: flag.kind)]
    return sorted(newest, key=lambda flag: list(LETTERS).index(flag.kind))


def caution(flag):
    word = flag.get_kind_display().partition(",")[0].upper()
    return Caution(letter=LETTERS[flag.kind], word=word, source=flag.source, on=flag.noted_on, grave=flag.is_grave)


def conditions(supervised):
    """What police may act on comes first; the rest is for the ears of the supervising officer alone."""
    terms = [(supervision, condition) for supervision in supervised for condition in supervision.terms]
    if own := [condition.words for _, condition in terms if condition.is_for_police]:
        yield f"{MAY_ACT}: {'; '.join(own)}"
    for supervision in supervised:
        if told := [condition.words for condition in supervision.terms if not condition.is_for_police]:
            yield f"Report only, to {supervision.whom_to_call}: {'; '.join(told)}"


def looks_of(dealer, day):
    """M, 34, 5'11", 170 lb; rose tattoo, cut at a word where it would make the card grow."""
    age = dealer.age_on(day)
    height = dealer.height_inches
    numbers = [
        dealer.sex,
        str(age) if age is not None else "",
        f"{height // 12}'{height % 12}\"" if height else "",
        f"{dealer.weight_pounds} lb" if dealer.weight_pounds else "",
    ]
    looks = "; ".join(part for part in (", ".join(filter(None, numbers)), dealer.marks) if part)
    return looks if len(looks) <= LOOKS else looks[: LOOKS - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
