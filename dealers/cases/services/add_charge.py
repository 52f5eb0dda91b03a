from dealers.cases.models import Charge, Prosecution
from dealers.cases.rules import OFFENCES
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_charge(*, by, prosecution, offence, offence_on, at, grade=""):
    """A count before the court. Refused: after the outcome, an offence of the other court's law or after the arrest."""
    hold(prosecution)
    refuse_ended(prosecution)
    is_federal = prosecution.court == Prosecution.Court.FEDERAL
    if OFFENCES[offence].is_federal != is_federal:
        law = "state" if is_federal else "federal"
        raise RuleBroken(f"This is an offence under {law} law; {prosecution.court_name} does not try it.")
    if offence_on > prosecution.arrested_on:
        raise RuleBroken(f"The offence lies after the arrest of {prosecution.arrested_on:%-d %b %Y}; check the date.")
    return Charge.objects.create(prosecution=prosecution, offence=offence, grade=grade, offence_on=offence_on)


def refuse_ended(prosecution):
    if not prosecution.is_open:
        said = f"{prosecution.get_outcome_display()} on {prosecution.outcome_on:%-d %b %Y}"
        raise RuleBroken(f"This prosecution has ended: {said}.")
