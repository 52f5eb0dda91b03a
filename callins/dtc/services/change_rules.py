from django.utils.timezone import localdate

from callins.dtc.models import ProgramRules
from callins.dtc.program.changes import refusal
from callins.dtc.program.phases import PhasesWrong, phases_of
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def change_rules(*, by, from_on, phases, why, at, **values):
    """New rules from a day to come. Attempts under way keep the phases of their start.

    `values` are the row's other fields; what is left out is as the seed has it. Refused: a day that has come; one from
    which rules are set already; rules that change nothing; phases that can not be read.
    """
    row = ProgramRules(from_on=from_on, phases=phases, why=why, by=by, at=at, **values)
    try:
        phases_of(phases)
    except PhasesWrong as wrong:
        raise RuleBroken(str(wrong)) from wrong
    row.full_clean(exclude=["by"], validate_unique=False)  # the refusal below says it better
    refused = refusal(row.as_rules(), ProgramRules.objects.as_configuration(), localdate(at))
    if refused:
        raise RuleBroken(refused)
    row.save()
    return row
