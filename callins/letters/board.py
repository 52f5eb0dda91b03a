"""Who of a call-in has which letter: made, out of date, handed over."""

from dataclasses import dataclass

from django.utils import timezone

from callins import invitees
from callins.letters import bars
from callins.letters.facts import Signed, composed, of_invitee, with_words
from callins.models import Letter
from dmi.accounts.models import TaskForce
from dmi.errors import RuleBroken


@dataclass(frozen=True)
class Addressee:
    """One invited person; `letter` is the newest, None before there is one."""

    invitee: invitees.Invitee
    letter: Letter | None
    why_not: list[str]
    is_outdated: bool  # it would say something else today

    @property
    def dealer(self):
        return self.invitee.dealer

    @property
    def invitation(self):
        return self.invitee.invitation

    @property
    def handed_over(self):
        return self.letter.handed_over if self.letter else None


@dataclass(frozen=True)
class Board:
    addressees: list[Addressee]

    @property
    def letters(self):
        return [each.letter for each in self.addressees if each.letter]

    @property
    def made(self):
        return [letter for letter in self.letters if letter.made_at]

    @property
    def waiting(self):
        return [letter for letter in self.letters if letter.is_waiting]

    @property
    def failed(self):
        return [letter for letter in self.letters if letter.failed_because]

    @property
    def handed_over(self):
        return [letter for letter in self.letters if letter.handed_over]


def of_call_in(call_in, officer, at):
    """In a fixed number of queries, however many are invited."""
    people = with_words(invitees.of_call_in(call_in, officer, timezone.localdate(at)))
    rows = Letter.objects.visible_to(officer).of_call_in(call_in).newest().with_people().with_attempts()
    letters = {letter.invitation_id: letter for letter in rows}
    task_force = TaskForce.objects.get().name
    return Board([told(invitee, letters.get(invitee.invitation.pk), task_force, at) for invitee in people])


def told(invitee, letter, task_force, at):
    is_ahead = invitee.call_in.is_ahead
    return Addressee(
        invitee=invitee, letter=letter, why_not=bars.of_invitee(invitee) if is_ahead else [],
        is_outdated=is_ahead and bool(letter) and would_differ(invitee, letter, task_force, at),
    )  # fmt: skip


def would_differ(invitee, letter, task_force, at):
    signed = Signed(letter.signed_by_chief, letter.signed_by_community, task_force)
    values = of_invitee(invitee, signed, letter.template.language, at)
    try:
        return composed(letter.template, invitee.dealer, values) != letter.text
    except RuleBroken:
        return True


@dataclass(frozen=True)
class Progress:
    """How far the press is: what stands on the page while it works."""

    waiting: int
    of: int

    @property
    def done(self):
        return self.of - self.waiting


def progress_of(call_in, officer):
    letters = Letter.objects.visible_to(officer).of_call_in(call_in).newest()
    return Progress(waiting=letters.waiting().count(), of=letters.count())
