from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins.models import CallIn, Invitation, Offer, OfferCondition
from callins.services.attending import check_stands
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

PLEA = ("pending_count", "pleaded_count", "sentence", "reduced_from")
OF_A_PLEA = "On banked cases there is no plea; leave it empty."


@on_the_record
def make_offer(*, by, invitation, services, at, **said):
    """Help, and on the plea form a reduced sentence on conditions. Made again, it replaces what nobody signed yet.

    `said`: the count as charged and as pleaded, the sentence agreed and what it is reduced from, judge and day of the
    plea; and by kind of condition its texts. Refused: signed or answered already; a plea without counsel's notice or a
    waiver on file, or without a condition; on banked cases terms of a plea, or no help.
    """
    hold(invitation)
    check_stands(invitation)
    offer = standing(invitation)
    check_unsigned(offer)
    terms = {name: said.get(name, "") for name in (*PLEA, "judge")} | {"plea_entered_on": said.get("plea_entered_on")}
    conditions = {kind: said.get(kind, []) for kind in OfferCondition.Kind.values}
    if invitation.call_in.form == CallIn.Form.PLEA:
        check_counsel(invitation)
        check_plea(terms, conditions, localdate(at))
    else:
        check_banked(services, terms, conditions)
    for name, value in (terms | {"services": services, "by": by, "at": at}).items():
        setattr(offer, name, value)
    offer.save()
    number_conditions(offer, conditions)
    return offer


def standing(invitation):
    """The offer that stands, held: who signs or answers it at this moment is waited for. Else a new one."""
    offer = Offer.objects.of(invitation).first()
    if offer is None:
        return Offer(invitation=invitation)
    hold(offer)
    return offer


def check_unsigned(offer):
    if offer.answered_at:
        day = localdate(offer.answered_at)
        raise RuleBroken(f"This offer was {offer.get_state_display().lower()} on {day:%-d %B %Y}; its terms stand.")
    if offer.signed:
        raise RuleBroken("The agreement is signed; its terms stand. Record the answer.")


def check_counsel(invitation):
    """On a plea whoever defends reads the offer first, or a waiver is on file."""
    answer, answers = invitation.counsel_answer, Invitation.CounselAnswer
    if answer == answers.WAIVED:
        return
    if not (invitation.counsel_name and invitation.counsel_noticed_on):
        raise RuleBroken("The offer goes to counsel: record counsel and the notice, or the waiver on file, first.")
    if answer == answers.OBJECTS:
        raise RuleBroken(f"{invitation.counsel_name} objects; settle that with counsel, and record the new answer.")


def check_plea(terms, conditions, today):
    lacking = {name: "A plea needs it." for name in PLEA if not terms[name]}
    if not any(conditions.values()):
        lacking["treatment_court"] = "A plea rests on at least one condition."
    if terms["plea_entered_on"] and terms["plea_entered_on"] > today:
        lacking["plea_entered_on"] = "This day is still to come; leave it empty until the plea is entered."
    if lacking:
        raise ValidationError(lacking)


def check_banked(services, terms, conditions):
    wrong = {name: OF_A_PLEA for name, said in {**terms, **conditions}.items() if said}
    if not services:
        wrong["services"] = "Say which help is offered."
    if wrong:
        raise ValidationError(wrong)


def number_conditions(offer, conditions):
    """In the order of their kinds; an inspection of a residence names its number later."""
    offer.conditions.all().delete()
    rows = [(kind, text) for kind, texts in conditions.items() for text in texts]
    OfferCondition.objects.bulk_create(
        OfferCondition(offer=offer, number=number, kind=kind, text=text)
        for number, (kind, text) in enumerate(rows, start=1)
    )
