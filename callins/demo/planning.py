"""The demo's call-in of seven from its plan to its close, and the one that is planned for those who stayed away.

Both are on the plea form, as in Rutland: the sweep charged everybody. Halls, speakers, counsel and doors are invented.
"""

from datetime import timedelta
from functools import partial

from callins import services
from callins.letters.press import printed
from callins.models import CallIn, Invitation, Letter
from dealers.demo import names_on
from dealers.demo.known import known
from dealers.models import Influential
from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from markets.demo import CALL_IN, WEST_END, market

COORDINATOR = "cora"
HOURS = timedelta(hours=2)
NEXT, PLANNED_NEXT = "2 Thu 18:30", "-1 Mon 10:00"
CONTACT = "Cora Whitfield, 802-555-0135"
SAFETY = (
    "Two officers in plain clothes at the door, no uniforms in the hall. Chief and speakers come by the side entrance. "
    "Nobody is searched, nobody is held; whoever wants to leave leaves. Liaison stays until the last ride is gone."
)
TEAM, NEXT_TEAM = ("sal", "pru", "ray", "liv"), ("sal", "pru")
SPEAKERS = (  # in the order of Rutland
    {"name": "Sgt. Sal Brandt"},
    {"name": "Pru Castellan, deputy state’s attorney"},
    {"name": "Rev. Alma Teague, West Street Church"},
    {"name": "Ines Morrow, Otter Falls Treatment Center"},
)
GRANDMOTHER = {
    "prong": "community", "capacity": "family", "name": "Harriet Bishop", "minutes": 5,
    "subject": "What we expect of you, and that we want you with us",
}  # fmt: skip
HELP = (
    ("treatment", "Otter Falls Treatment Center", "Intake desk, 802-555-0171", 7),
    ("housing", "Alder Housing Trust", "M. Lowell, 802-555-0184", 3),
    ("work", "Otter Falls Works", "J. Pruitt, 802-555-0185", 4),
    ("family", "Parent Child Center", "Front desk, 802-555-0186", 3),
)
COUNSEL = ("Owen Tait", "Lila Marsh", "Owen Tait", "H. Crane", "Lila Marsh", "H. Crane", "Owen Tait")
WAIVED = "Kowalchuk"  # waiver on file: he wanted no lawyer
RIDES = {"Haskins": "Liv Lund picks her up at 17:50", "Kowalchuk": "Bus 4, ticket with the letter"}
BRINGS = {"Bishop": "Her grandmother, Harriet Bishop", "Doyle": "His mother, Maureen Doyle"}
LARGE = "Kowalchuk"
SIGNED = {"signed_by_chief": "Chief Warren Oakley", "signed_by_community": "Rev. Alma Teague"}


def diary(calendar):
    """To the hour at which it begins; what happens there and afterwards is told in modules of their own."""
    yield from plan_of(calendar, "-16 Mon 10:00", calendar.moment(f"{CALL_IN} 18:30"), "Grange Hall", TEAM)
    yield from seven(calendar)
    ready_at, begins = calendar.moment("-13 Wed 15:00"), calendar.moment(f"{CALL_IN} 18:30")
    yield Act(ready_at, partial(mark_ready, ready_at))
    yield Act(begins, partial(hold, begins))
    closed_at = calendar.moment("-12 Tue 16:00")
    yield Act(closed_at, partial(close, closed_at))
    yield from next_one(calendar)


def next_one(calendar):
    """In two weeks, for those who stayed away: its team finds it, and nobody else."""
    yield from plan_of(calendar, PLANNED_NEXT, calendar.moment(NEXT), "West Street Church", NEXT_TEAM)
    at = calendar.moment(PLANNED_NEXT) + timedelta(hours=4)
    yield Act(at, partial(invite_again, at))


# The plan


def plan_of(calendar, planned_at, starts_at, venue, team):
    at = calendar.moment(planned_at)
    yield Act(at, partial(plan, starts_at, venue, at))
    for minute, badge in enumerate(team, start=3):
        joined_at = at + timedelta(minutes=minute)
        yield Act(joined_at, partial(add, venue, badge, joined_at))
    yield Act(at + timedelta(minutes=20), partial(lay_out, venue))
    yield Act(at + timedelta(minutes=50), partial(reserve, venue))


def plan(starts_at, venue, at):
    addresses = {"Grange Hall": "12 Mill Street, Otter Falls", "West Street Church": "40 West Street, Otter Falls"}
    services.plan_call_in(
        by=officer(COORDINATOR), market=market(WEST_END), form=CallIn.Form.PLEA, starts_at=starts_at,
        ends_at=starts_at + HOURS, venue=venue, address=addresses[venue], contact=CONTACT, safety_plan=SAFETY, at=at,
    )  # fmt: skip


def at_venue(venue):
    return CallIn.objects.get(venue=venue)


def add(venue, badge, at):
    services.add_team_member(by=officer(COORDINATOR), call_in=at_venue(venue), officer=officer(badge), at=at)


def lay_out(venue):
    """The order of Rutland; to the second evening nobody from the community has said yes so far."""
    call_in, by = at_venue(venue), officer(COORDINATOR)
    services.lay_out_agenda(by=by, call_in=call_in, order="rutland")
    for speaker, said in zip(call_in.speakers.all(), SPEAKERS, strict=True):
        if venue == "Grange Hall" or speaker.prong != "community":
            stands = {name: getattr(speaker, name) for name in ("prong", "capacity", "subject", "minutes")}
            services.change_speaker(by=by, speaker=speaker, **stands | said)
    if venue == "Grange Hall":
        family = services.add_speaker(by=by, call_in=call_in, **GRANDMOTHER)
        services.move_speaker(by=by, speaker=family, direction="earlier")


def reserve(venue):
    wanted = HELP if venue == "Grange Hall" else HELP[:2]
    for service, provider, contact, places in wanted:
        services.reserve_service(
            by=officer(COORDINATOR), call_in=at_venue(venue), service=service, provider=provider, contact=contact,
            places=places,
        )  # fmt: skip


# The seven


def seven(calendar):
    """Invited the day after the sweep charged them; counsel, influentials and letters in the week before."""
    for number, name in enumerate(names_on("call_in")):
        wait = timedelta(minutes=6 * number)
        for when, act in (
            ("-14 Wed 13:00", invite), ("-14 Fri 10:00", counsel_answers),
            ("-14 Fri 13:00", speak_with),
            ("-13 Mon 17:10", hand_over), ("-13 Wed 10:00", say_who_comes),
        ):  # fmt: skip
            at = calendar.moment(when) + wait
            yield Act(at, partial(act, name, number, at))
    at = calendar.moment("-14 Fri 15:30")
    yield Act(at, partial(ask_for_letters, at))
    yield Act(at + timedelta(minutes=2), partial(print_letters, at + timedelta(minutes=2)))


def invitation_of(name):
    return Invitation.objects.standing().about(known(name)).latest("at")


def invite(name, number, at):
    services.invite_dealer(
        by=officer(COORDINATOR), call_in=at_venue("Grange Hall"), dealer=known(name), counsel_name=COUNSEL[number],
        counsel_noticed_on=at.date(), at=at,
    )  # fmt: skip


def counsel_answers(name, number, at):
    answer = Invitation.CounselAnswer.WAIVED if WAIVED in name else Invitation.CounselAnswer.AGREES
    invitation = invitation_of(name)
    services.record_counsel(
        by=officer(COORDINATOR), invitation=invitation, counsel_name=invitation.counsel_name,
        counsel_noticed_on=invitation.counsel_noticed_on, counsel_answer=answer, at=at,
    )  # fmt: skip


def speak_with(name, number, at):
    """Whoever is on record as willing is asked to stand by; for two nobody is known."""
    influential = Influential.objects.filter(dealer=known(name), willing=Influential.Willing.YES).first()
    if influential:
        services.log_influential_contact(
            by=officer(COORDINATOR), invitation=invitation_of(name), influential=influential, how="Visited at home",
            consents=True, words="We want you home, and we want you clean. Come, and we come with you.", at=at,
        )  # fmt: skip


def ask_for_letters(at):
    call_in = at_venue("Grange Hall")
    invitations = list(call_in.invitations.all())
    services.ask_for_letters(
        by=officer(COORDINATOR), call_in=call_in, invitations=invitations, in_spanish=[],
        in_large_print=[invitation_of(LARGE)], at=at, **SIGNED,
    )  # fmt: skip


def print_letters(at):
    """As the worker does it, one by one."""
    clock = User.objects.clock()
    for letter in Letter.objects.visible_to(clock).waiting().with_people():
        body = printed([letter])
        services.finish_letter(by=clock, letter=letter, pdf=body.pdf, sha256=body.sha256, at=at)


def hand_over(name, number, at):
    letter = Letter.objects.newest().get(invitation=invitation_of(name))
    services.log_service_attempt(
        by=officer("ray"), letter=letter, place="At home", outcome="delivered", to_whom=name, note="", at=at
    )  # fmt: skip


def say_who_comes(name, number, at):
    by, invitation, last = officer(COORDINATOR), invitation_of(name), name.split()[-1]
    if last in RIDES or last in BRINGS:
        services.arrange_attendance(
            by=by, invitation=invitation, transport=RIDES.get(last, ""), companion=BRINGS.get(last, ""), at=at
        )  # fmt: skip
    if number < 5:
        services.record_rsvp(by=by, invitation=invitation, rsvp=Invitation.Rsvp.COMING, at=at)


# Ready, held, closed


def mark_ready(at):
    services.mark_call_in_ready(by=officer("sal"), call_in=at_venue("Grange Hall"), at=at)


def hold(at):
    services.hold_call_in(by=officer(COORDINATOR), call_in=at_venue("Grange Hall"), at=at)


def close(at):
    services.close_call_in(by=officer(COORDINATOR), call_in=at_venue("Grange Hall"), at=at)


def invite_again(at):
    """Whoever stayed away from the first evening: counsel has notice and has not answered yet."""
    first_evening = at_venue("Grange Hall").invitations.select_related("dealer", "prosecution")
    for first in first_evening.exclude(outcome=Invitation.Outcome.ATTENDED):
        services.invite_dealer(
            by=officer(COORDINATOR), call_in=at_venue("West Street Church"), dealer=first.dealer,
            prosecution=first.prosecution, counsel_name=first.counsel_name, counsel_noticed_on=at.date(), at=at,
        )  # fmt: skip
