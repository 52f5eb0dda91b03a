"""Letters as the tests need them: the words, a letter that is printed, a notification."""

from callins.letters.first import first_words
from callins.models import CustomNotification, Invitation, Letter, LetterTemplate
from dmi.accounts.models import User
from tests.conftest import NOON

SIGNED = {"signed_by_chief": "Chief Ida Marsh", "signed_by_community": "Rev. Tom Alder"}
PLANNED = {
    "why": "New in the plaza.", "exposure": "A second sale of heroin can bring up to ten years.",
    "help_offered": "A bed in treatment this week.", "community_member": "Rev. Tom Alder",
}  # fmt: skip


def first_letters():
    """Version 1 of every letter: as after migrate, which a test that empties the tables takes away."""
    clock = User.objects.get_or_create(badge="clock", defaults={"roles": ["clock"], "full_name": "The clock"})[0]
    for kind, language, body in first_words():
        begun = {"body": body, "by": clock, "at": NOON}
        LetterTemplate.objects.get_or_create(kind=kind, language=language, version=1, defaults=begun)


def words_of(kind="banked", language="en"):
    first_letters()
    return LetterTemplate.objects.current().get(kind=kind, language=language)


def letter_for(invitation, text="Dear Cody Farrow,\n\nCome.", **facts):
    """Printed, whatever the rules of asking say."""
    said = {"content": b"%PDF-1.7 of the test", "made_at": NOON, "at": NOON, "by": invitation.by, **SIGNED, **facts}
    return Letter.objects.create(invitation=invitation, template=words_of(), text=text, **said)


def notification_of(dealer, market, officer, **facts):
    said = {**PLANNED, "officer": officer, "by": officer, "at": NOON, **facts}
    return CustomNotification.objects.create(dealer=dealer, market=market, **said)


def letters_of(call_in_id, dealer, officer, market):
    """What stands under the addresses of these rooms; somebody of this call-in has a letter."""
    invitation = Invitation.objects.of(call_in_id).about(dealer).get()
    return {
        "template_id": words_of().pk,
        "letter_id": letter_for(invitation).pk,
        "notification_id": notification_of(dealer, market, officer).pk,
    }
