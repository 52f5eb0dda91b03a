"""Who may be invited and who is: each person's track, case, court and counsel as the records say it today.

What changes after somebody was invited (a new warrant, an arrest, a case that is no longer banked) stands here as a bar
again, for the page and for the readiness of the call-in.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from django.utils.timezone import localdate

from callins import eligibility
from callins.models import CallIn, Clearance, Invitation
from dealers.cases import track, tracks
from dealers.cases.models import Case, Prosecution, Warrant
from dealers.cases.states import State
from dealers.models import Dealer

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Invitee:
    """One person and one call-in; `invitation` is None of who is not invited to it."""

    call_in: CallIn
    standing: tracks.Standing
    invitation: Invitation | None
    warrants: list[Warrant]
    prosecutions: list[Prosecution]
    cases: list[Case]  # on which the form of the call-in can rest
    clearances: dict[object, Clearance]  # by their kind
    elsewhere: Invitation | None  # to another call-in that is still to come
    attended: Invitation | None

    @property
    def dealer(self):
        return self.standing.dealer

    @property
    def held(self):
        return [each for each in self.prosecutions if each.custody == Prosecution.Custody.HELD]

    @property
    def charged(self):
        """Prosecutions that wait for their outcome, with their counts."""
        return [each for each in self.prosecutions if each.is_open and each.charges.all()]

    @property
    def is_charged(self):
        return self.is_plea or bool(self.charged)

    @property
    def is_plea(self):
        return self.call_in.form == CallIn.Form.PLEA

    @property
    def promise(self):
        """How the promise of the letter is kept, as far as it covers every warrant that stands."""
        promise = self.clearances.get(Clearance.Kind.PROMISE)
        return promise if promise and all(warrant.at <= promise.at for warrant in self.warrants) else None

    @property
    def override(self):
        return self.clearances.get(Clearance.Kind.OVERRIDE)

    @property
    def counsel(self):
        """By the invitation, else by the docket; empty where nobody is known."""
        if self.invitation and self.invitation.counsel_name:
            return self.invitation.counsel_name
        return next((each.counsel for each in self.prosecutions if each.counsel), "")

    @property
    def grounds(self):
        """On what the invitation can rest, in the form of this call-in."""
        return [*self.cases, *(self.charged if self.is_plea else [])]

    @property
    def rests_on(self):
        """The case or prosecution of the invitation as far as it still carries it; of a candidate any that would."""
        chosen = self.invitation and (self.invitation.case_id or self.invitation.prosecution_id)
        return next((each for each in self.grounds if not chosen or each.pk == chosen), None)

    @cached_property
    def facts(self):
        [held] = self.held[:1] or [None]
        standing = self.standing
        return eligibility.Facts(
            is_plea=self.is_plea, is_on_file=self.dealer.is_on_file,
            is_call_in=standing.track == track.Track.CALL_IN, is_final=standing.is_final,
            open_again=standing.open_again, bars=standing.proposal.bars, is_overridden=bool(self.override),
            warrants=tuple(warrant.number for warrant in self.warrants), is_promise_kept=bool(self.promise),
            held_at=(held.held_at or held.court_name) if held else "", release_on=held.release_on if held else None,
            rests_on=bool(self.rests_on), is_charged=self.is_charged,
            invited_to=said(self.elsewhere), attended=said(self.attended), **self.counsel_facts(self.invitation),
        )  # fmt: skip

    @staticmethod
    def counsel_facts(said_by):
        """Of the invitation, or of what is typed on it; without either nothing is known."""
        if said_by is None:
            return {}
        answer = said_by.counsel_answer
        return {
            "has_counsel": bool(said_by.counsel_name and said_by.counsel_noticed_on),
            "is_waived": answer == Invitation.CounselAnswer.WAIVED,
            "does_counsel_object": answer == Invitation.CounselAnswer.OBJECTS,
        }

    @property
    def bars(self):
        """What stands against inviting somebody today, or against the invitation that stands."""
        return eligibility.bars(self.facts)

    @property
    def may_be_invited(self):
        return not self.invitation and not self.bars

    @property
    def bars_of_counsel(self):
        return eligibility.bars_of_counsel(self.facts)

    @property
    def lifts(self):
        """What a supervisor may record so that somebody is invited."""
        return {bar.lift.value for bar in self.bars if bar.lift}

    def refusal_with(self, said_by):
        """Why not, counsel as typed."""
        return eligibility.refusal(replace(self.facts, **self.counsel_facts(said_by)))


def said(invitation):
    return f"{invitation.call_in} on {localdate(invitation.call_in.starts_at):%-d %b %Y}" if invitation else ""


def of_call_in(call_in, officer, today):
    """Everybody invited, by name: each tells what is in the way today, `bars` and `bars_of_counsel`."""
    invitations = list(Invitation.objects.of(call_in).standing().visible_to(officer).with_letters())
    people = Dealer.objects.filter_ids([str(each.dealer_id) for each in invitations]).with_parts(officer)
    found = told(call_in, people, officer, today, {each.dealer_id: each for each in invitations})
    return sorted(found, key=by_name)


def candidates(call_in, officer, today):
    """Whom of the market the decision, or until then the rule, sends to the call-in, and who is not invited yet."""
    standings = tracks.of_market(call_in.market, officer, today)
    invited = set(Invitation.objects.of(call_in).standing().values_list("dealer", flat=True))
    chosen = [each for each in standings if each.track == track.Track.CALL_IN and each.dealer.pk not in invited]
    return sorted(assembled(call_in, chosen, officer, {}), key=lambda each: (bool(each.bars), by_name(each)))


def of_one(call_in, dealer, officer, today):
    """One person and one call-in, invited or not."""
    rows = Invitation.objects.of(call_in).about(dealer).standing().with_people()
    [found] = told(call_in, [dealer], officer, today, {each.dealer_id: each for each in rows})
    return found


def by_name(person):
    return person.dealer.short_name, person.dealer.known_as


def told(call_in, people, officer, today, invitations):
    return assembled(call_in, tracks.standings(people, today), officer, invitations)


def assembled(call_in, standings, officer, invitations):
    """In a fixed number of queries, whatever their number."""
    people = [standing.dealer for standing in standings]
    warrants = by_dealer(Warrant.objects.active().about(people))
    prosecutions = by_dealer(Prosecution.objects.about(people).with_charges())
    cases = by_dealer(Case.objects.about(people).in_state(*carrying(call_in)))
    cleared = by_dealer(Clearance.objects.of(call_in).about(people).with_people())
    others = Invitation.objects.visible_to(officer).of_dealers(people).standing().not_to(call_in).with_people()
    elsewhere, attended = by_dealer(others.to_come()), by_dealer(others.attended())
    return [
        Invitee(
            call_in=call_in, standing=standing, invitation=invitations.get(standing.dealer.pk),
            warrants=warrants[standing.dealer.pk], prosecutions=prosecutions[standing.dealer.pk],
            cases=cases[standing.dealer.pk], clearances={each.kind: each for each in cleared[standing.dealer.pk]},
            elsewhere=next(iter(elsewhere[standing.dealer.pk]), None),
            attended=next(iter(attended[standing.dealer.pk]), None),
        )
        for standing in standings
    ]  # fmt: skip


def carrying(call_in):
    """The states in which a case carries an invitation of this form."""
    return (State.CHARGED, State.CONVERTED) if call_in.form == CallIn.Form.PLEA else (State.BANKED,)


def by_dealer(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.dealer_id].append(row)
    return found


def suspect_called(name, officer):
    """Somebody on file under this name, of those whom the officer sees; None otherwise: of others nothing is told."""
    return Dealer.objects.visible_to(officer).on_file().filter(known_as__iexact=name.strip()).first()


# For the readiness of a call-in, which is the same for everybody on it


def unpromised(call_in):
    """Keys of those invited against whom a warrant stands that no supervisor's promise covers."""
    invited = invited_to(call_in)
    promised = Clearance.objects.of(call_in).promises()
    said_at = dict(promised.values_list("dealer", "at"))
    warrants = Warrant.objects.active().about(invited)
    return {each.dealer_id for each in warrants if each.at > said_at.get(each.dealer_id, BEFORE_ALL)}


def in_custody(call_in):
    """Keys of those invited who are held by the record."""
    held = Prosecution.objects.about(invited_to(call_in)).filter(custody=Prosecution.Custody.HELD)
    return set(held.order_by().values_list("dealer", flat=True))


def invited_to(call_in):
    return list(Invitation.objects.of(call_in).standing().values_list("dealer", flat=True))
