"""What the fields of a letter bring in, from rows: the words alone, so that a letter can be frozen."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from callins.letters.spanish import OFFENCES as IN_SPANISH
from callins.models import InfluentialContact, Invitation
from callins.wording import BadWording, braced, check_wording, day_in_words, filled, hour_in_words, missing
from dealers.cases.models import Case, Prosecution
from dealers.cases.rules import OFFENCES
from dmi.accounts.models import TaskForce
from dmi.errors import RuleBroken

WAIVED = {"en": "none; you gave up that right in writing", "es": "ninguno; usted renunció por escrito"}


@dataclass(frozen=True)
class Signed:
    """Who signs: the chief of police and a leader of the community [CS], for which task force."""

    chief: str
    community: str
    task_force: str


def signed_by(chief, community):
    return Signed(chief, community, TaskForce.objects.values_list("name", flat=True).get())


def composed(template, dealer, values):
    """The text of one letter. Refused, naming field and person, where something is missing: nothing is printed."""
    if lacking := missing(template.body, values):
        fields = "; ".join(f"{braced([field.name])}, {field.words}" for field in lacking)
        raise RuleBroken(f"{dealer}: the letter lacks {fields}. Nothing was printed.")
    return filled(template.body, values)


def refuse_bad_words(body, kind):
    try:
        check_wording(body, kind)
    except BadWording as wrong:
        raise RuleBroken(str(wrong)) from wrong


def with_words(invitees):
    """So that what letters say of many is read at once: counts, and who agreed to be named."""
    contacts = InfluentialContact.objects.select_related("influential")
    prefetch_related_objects([case for each in invitees for case in each.cases], "counts")
    prefetch_related_objects(
        [each.invitation for each in invitees], Prefetch("contacts", contacts, to_attr="spoken_with")
    )
    return invitees


def of_invitee(invitee, signed, language, at):
    """Of one of callins.invitees, whose invitation stands."""
    call_in, invitation = invitee.call_in, invitee.invitation
    return {
        **common(invitee.dealer, signed),
        **evening(call_in, language),
        "contact": call_in.contact,
        "influential": influential(invitation),
        "what_is_known": known(invitee.rests_on, language),
        "promise": invitee.promise.words if invitee.promise else "",
        "transport": invitation.transport,
        "counsel": counsel(invitee, language),
        **court(invitee, language, at),
    }


def of_notification(notification, signed):
    officer = notification.officer
    return {
        **common(notification.dealer, signed),
        "contact": f"{officer.name_with_rank}, {officer.phone}" if officer.phone else "",
        "exposure": notification.exposure,
        "help_offered": notification.help_offered,
        "officer": officer.name_with_rank,
        "community_member": notification.community_member,
    }


def common(dealer, signed):
    return {
        "name": f"{dealer.first_name} {dealer.last_name}".strip(),
        "chief": signed.chief,
        "community_leader": signed.community,
        "task_force": signed.task_force,
    }


def evening(call_in, language):
    begins, ends = timezone.localtime(call_in.starts_at), timezone.localtime(call_in.ends_at)
    return {
        "call_in_day": day_in_words(begins.date(), language),
        "call_in_time": hour_in_words(begins, language),
        "call_in_end": hour_in_words(ends, language),
        "venue": call_in.venue,
        "address": call_in.address,
    }


def influential(invitation):
    """By name only with the person's consent: the last word counts."""
    said = [each for each in invitation.spoken_with if each.influential_id == invitation.influential_id]
    return said[0].influential.name if said and said[0].consents else ""


def known(rests_on, language):
    """The offences, each once: no day, no place, no buyer, so that no source is to be guessed."""
    counts = {Case: "counts", Prosecution: "charges"}.get(type(rests_on))
    codes = dict.fromkeys(each.offence for each in getattr(rests_on, counts).all()) if counts else ()
    words = [IN_SPANISH[code] if language == "es" else lowered(OFFENCES[code].words) for code in codes]
    return "; ".join(words)


def lowered(words):
    return words[:1].lower() + words[1:]


def counsel(invitee, language):
    if invitee.counsel:
        return invitee.counsel
    is_waived = invitee.invitation.counsel_answer == Invitation.CounselAnswer.WAIVED
    return WAIVED[language] if is_waived else ""


def court(invitee, language, at):
    """The prosecution behind the invitation: its court, and the next day there if it is still to come."""
    prosecution = before_court(invitee)
    if prosecution is None:
        return {}
    hearing = prosecution.next_hearing_at
    return {"court": prosecution.court_name, **day_in_court(hearing, language, at)}


def day_in_court(hearing: datetime | None, language, at):
    if hearing is None or hearing < at:
        return {}
    hearing = timezone.localtime(hearing)
    return {"court_day": day_in_words(hearing.date(), language), "court_time": hour_in_words(hearing, language)}


def before_court(invitee):
    """What the invitation rests on, or the prosecution of its case."""
    rests_on = invitee.rests_on
    if isinstance(rests_on, Prosecution):
        return rests_on
    of_case = [each for each in invitee.charged if rests_on and each.case_id == rests_on.pk]
    return next(iter(of_case or invitee.charged), None)
