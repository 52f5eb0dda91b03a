"""What the verbs on facts share: how one is corrected, and what makes one impossible."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.timezone import localdate

from dealers import rules
from dealers.models.kinds import BY_MODEL
from dmi.audit.trail import hold
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


def correct(fact, *, dealer, seen, by, at, may_end_ahead=False, **facts):
    """The fact as it is now known; its history keeps what stood there. Who corrects it stands for it from now on.

    `seen` is the version that the officer's form was filled from (dealers.models.kinds.version_of). Refused: a fact
    withdrawn meanwhile, one that somebody else changed meanwhile, an end that is still to come where
    none is set beforehand.
    """
    hold(fact)
    check_stands(fact, dealer)
    check_unchanged(fact, seen, BY_MODEL[type(fact)].corrected)
    if not may_end_ahead:
        check_day("until_on", facts.get("until_on"), at, "The end")
    if any(getattr(fact, name) != value for name, value in facts.items()):
        for name, value in (facts | {"by": by, "at": at}).items():
            setattr(fact, name, value)
        fact.save()
    return fact


def check_stands(fact, dealer):
    if fact.dealer_id != dealer.pk:
        raise Http404
    if fact.withdrawn_at:
        raise RuleBroken(
            f"This was withdrawn on {localdate(fact.withdrawn_at):%-d %B %Y}: “{fact.withdrawn_because}” "
            "Log it anew if it holds after all."
        )


def check_day(name, day, at, what):
    if why := rules.why_no_day(day, localdate(at), what):
        raise ValidationError({name: why})


def check_moment(name, moment):
    """Refused before FIRST_YEAR: with a zone's distance a moment of year 1 falls before it, and no page can read it."""
    if moment and moment.year < rules.FIRST_YEAR:
        raise ValidationError({name: f"This lies before {rules.FIRST_YEAR}; check day and time."})


def check_birth(dealer, birth, at):
    """Refused: a day that the calendar does not have, one to come, the one that is on record anyway."""
    born = written("day" if birth[2] else "year", lambda parts: rules.checked_birth(*parts), birth)
    if rules.lies_ahead(born, localdate(at)):
        raise RuleBroken("The date of birth lies ahead; check the year.")
    on_record = dealer.date_of_birth
    if on_record and birth == (on_record.year, on_record.month, on_record.day):
        raise RuleBroken("This is the date of birth on record; correct that one where it is wrong.")


def written(name, read, text):
    """What was typed as it is kept (dealers.rules); refused under its field, in words."""
    try:
        return read(text)
    except ValueError as wrong:
        raise ValidationError({name: str(wrong)}) from wrong


def name_anew(dealer):
    """What pages call the person once a name was corrected or withdrawn. Refused: no name is left."""
    names = [alias.name for alias in dealer.aliases.standing()]
    called = dealer.known_as.strip("“”")
    dealer.rename(called if called in names else next(iter(names), ""))
    if not dealer.known_as:
        raise RuleBroken("No name would be left; log another name or street name first.")
    dealer.save()
