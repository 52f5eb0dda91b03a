from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins import invitees
from callins.letters import bars
from callins.letters.facts import composed, of_invitee, signed_by, with_words
from callins.models import Letter, LetterTemplate
from callins.services.writing import begun, check_to_come, current_words
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken


@on_the_record
def ask_for_letters(
    *, by, call_in, invitations, in_spanish, in_large_print, signed_by_chief, signed_by_community, at
):  # fmt: skip
    """A letter for each of these people in the task force's current words: filled in and frozen now, printed by the
    worker one by one. An earlier letter of the same person is void. All or none.

    Refused, naming the person: what bars the invitation today, a warrant without a promise and counsel without notice
    among it; a field for which there is nothing to say; a letter that is being made; after the evening.
    """
    hold(call_in)
    check_to_come(call_in, at)
    if not invitations:
        raise RuleBroken("Choose for whom.")
    chosen = chosen_of(call_in, invitations, by, at)
    refuse_barred(chosen)
    signed = signed_by(signed_by_chief, signed_by_community)
    letters = [
        begun(
            current_words(call_in.form, language_of(each, in_spanish)), signed, at, by=by, invitation=each.invitation,
            is_large=each.invitation in in_large_print,
        )
        for each in chosen
    ]  # fmt: skip
    fill(letters, chosen, signed, at)
    for letter in Letter.objects.bulk_create(letters):
        later("callins.make_letter", letter=str(letter.pk))
    return letters


def chosen_of(call_in, invitations, by, at):
    wanted = {invitation.pk for invitation in invitations}
    people = [each for each in invitees.of_call_in(call_in, by, localdate(at)) if each.invitation.pk in wanted]
    if len(people) < len(wanted):
        raise RuleBroken("Somebody of these is not invited to this call-in any more; reload the page.")
    return with_words(people)


def refuse_barred(chosen):
    if why_not := [f"{each.dealer}: {' '.join(bars.of_invitee(each))}" for each in chosen if bars.of_invitee(each)]:
        raise ValidationError(why_not)


def language_of(invitee, in_spanish):
    spanish = invitee.invitation in in_spanish
    return LetterTemplate.Language.SPANISH if spanish else LetterTemplate.Language.ENGLISH


def fill(letters, chosen, signed, at):
    """Everybody's words before anybody's letter: what is missing is said of all at once."""
    lacking = []
    for letter, each in zip(letters, chosen, strict=True):
        values = of_invitee(each, signed, letter.template.language, at)
        try:
            letter.text = composed(letter.template, each.dealer, values)
        except RuleBroken as refusal:
            lacking.append(str(refusal))
    if lacking:
        raise ValidationError(lacking)
