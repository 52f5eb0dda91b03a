from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Enrolment, Participant
from callins.dtc.program.wording import said_day
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def enrol_participant(
    *,
    by,
    last_name,
    date_of_birth,
    offence,
    enrolled_on,
    at,
    first_name="",
    docket="",
    approved_by="",
    exception_reason="",
):
    """Admit somebody: the first attempt starts that day. Ordinarily for possession or a misdemeanor sale. [CS]

    Who was here before keeps the one file. Refused: a day to come; somebody who is in the program; an exception without
    approver or reason (the database's own sentence).
    """
    if enrolled_on > localdate(at):
        raise RuleBroken(f"{said_day(enrolled_on)} is still to come; enrol on the day itself.")
    participant = known(last_name, first_name, date_of_birth) or Participant.objects.create(
        last_name=last_name, first_name=first_name, born_on=date_of_birth, by=by, at=at
    )
    enrolment = Enrolment.objects.create(
        participant=participant, offence=offence, docket=docket, approved_by=approved_by,
        exception_reason=exception_reason, enrolled_on=enrolled_on, by=by, at=at,
    )  # fmt: skip
    settle(enrolment, localdate(at))
    return enrolment


def known(last_name, first_name, born_on):
    """The file of a person of this name and birth date."""
    same = Participant.objects.filter(last_name__iexact=last_name, first_name__iexact=first_name, born_on=born_on)
    return same.first()
