from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dealers.cases.models import HealthAlert, Substance
from dealers.cases.services.correct_buy import check_still_open
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

NAMED = {Substance.Kind.ANALOGUE: "analogues", Substance.Kind.OTHER: "others"}  # kinds whose names are asked for

LONGEST = Substance._meta.get_field("name").max_length


@on_the_record
def record_lab_result(*, by, buy, lab_result_on, substances, at, analogues="", others="", purity_percent=None):
    """Every substance found; an amended report takes the place of the first, which the history keeps.

    `substances` are kinds, `analogues` and `others` the names of those two, with commas. An analogue that no laboratory
    has named before raises a health alert at once. `purity_percent`: of the drug sold, where it was measured. Refused:
    a sample not sent, a day to come or before the sending, no substance at all, a drug or a purity beside “No regulated
    drug”, a buy whose case has ended.
    """
    hold(buy)
    check_still_open(buy)
    check_day(buy, lab_result_on, at)
    found = list(found_in(substances, {"analogues": analogues, "others": others}))
    check_purity(substances, purity_percent)
    fresh = [name for kind, name in found if kind == Substance.Kind.ANALOGUE and Substance.objects.is_new(name)]
    buy.substances.all().delete()
    Substance.objects.bulk_create(Substance(buy=buy, kind=kind, name=name) for kind, name in found)
    buy.lab_result_on, buy.purity_percent = lab_result_on, purity_percent
    buy.save()
    for name in fresh:
        HealthAlert.objects.create(substance=name, market=buy.market, sold_on=localdate(buy.bought_at), by=by, at=at)
    return buy


def check_day(buy, lab_result_on, at):
    if not buy.lab_sent_on:
        raise RuleBroken("The sample has not gone to the laboratory yet; say first when it did.")
    if lab_result_on > localdate(at):
        raise RuleBroken("This day is still to come; check the date.")
    if lab_result_on < buy.lab_sent_on:
        raise RuleBroken(f"The sample was sent on {buy.lab_sent_on:%-d %b %Y}; a result comes after that.")


def check_purity(kinds, percent):
    if percent is not None and Substance.Kind.CUT in kinds:
        raise ValidationError({"purity_percent": "Without a regulated drug there is no purity; leave it out."})


def found_in(kinds, names):
    """(kind, name) of every substance. The kinds are those of the form, without what is named in a field of its own."""
    drugs = [kind for kind in kinds if kind not in Substance.UNREGULATED]
    if not kinds:
        raise RuleBroken("Say what was found; where it was no drug, choose “No regulated drug”.")
    if Substance.Kind.CUT in kinds and drugs:
        raise RuleBroken("Either a regulated drug was found or none; choose one.")
    for kind in kinds:
        field = NAMED.get(kind)
        yield from ((kind, name) for name in named(field, names[field])) if field else [(kind, "")]


def named(field, text):
    """Each name once, beginning with a capital, so that the same analogue is known again."""
    said = [" ".join(name.split()) for name in text.split(",")]
    if not any(said):
        raise ValidationError({field: "Give its name as the laboratory writes it."})
    if any(len(name) > LONGEST for name in said):
        raise ValidationError({field: f"A name has at most {LONGEST} letters; put commas between several."})
    return dict.fromkeys(name[:1].upper() + name[1:] for name in said if name)
