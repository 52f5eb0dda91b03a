"""Who is tied to a dealer, and to those: as far as an officer may see them, for the drawing and for the table."""

from dataclasses import dataclass

from django.db.models import Q

from dealers.models import Dealer, Tie
from dealers.network import Bond, Drawing, surroundings


@dataclass(frozen=True)
class Neighbours:
    drawing: Drawing
    near: list[tuple]  # (spot, dealer) one step out, as drawn
    far: list[tuple]  # two steps out
    own: list[tuple[Tie, Dealer]]  # every tie of the dealer with whom it is
    among: list[Tie]  # the ties between the people drawn


def around(dealer, officer, ties):
    """`ties`: those that this officer may see and asked for. Always the same few queries."""
    own = list(ties.of(dealer).for_timeline())
    close = {tie.other(dealer).pk for tie in own}
    among = list(touching(ties, close, dealer).for_timeline())
    people = {dealer.pk, *(key for tie in (*own, *among) for key in (tie.a_id, tie.b_id))}
    drawing = surroundings(str(dealer.pk), [bond_of(tie) for tie in (*own, *among)])
    shown = {str(each.pk): each for each in with_parts(people, officer)}
    drawn = {spot.key for spot in (*drawing.ring, *drawing.far)}
    return Neighbours(
        drawing=drawing,
        near=[(spot, shown[spot.key]) for spot in drawing.ring],
        far=[(spot, shown[spot.key]) for spot in drawing.far],
        own=[(tie, shown[str(tie.other(dealer).pk)]) for tie in own],
        among=[tie for tie in among if {str(tie.a_id), str(tie.b_id)} <= drawn],
    )


def touching(ties, people, dealer):
    """Ties of any of these people but with the dealer, and those between whom they lead to."""
    theirs = ties.filter(Q(a__in=people) | Q(b__in=people)).exclude(Q(a=dealer) | Q(b=dealer))
    ends = {key for pair in theirs.order_by().values_list("a", "b") for key in pair} | people
    return ties.among(ends)


def with_parts(people, officer):
    return Dealer.objects.visible_to(officer).filter(pk__in=people).with_parts(officer)


def bond_of(tie):
    return Bond(str(tie.a_id), str(tie.b_id), tie.strength, tie.is_probable)
