from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404

from dealers.models import Dealer, Involvement
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from markets.models import Market


@dataclass(frozen=True)
class Assigned:
    """Who has a new owner, and who keeps his: drafts, and people of markets that the officer does not work."""

    officer: object
    dealers: list[Dealer]
    drafts: list[Dealer]
    elsewhere: list[Dealer]

    def refusals(self):
        if self.drafts:
            yield f"{named(self.drafts)} can not be assigned yet: a draft is its author's until it is approved."
        if self.elsewhere:
            yield f"{named(self.elsewhere)} can not be assigned: {self.officer} works no market of theirs."


def named(dealers, most=5):
    names = ", ".join(map(str, dealers[:most]))
    return f"{names} and {len(dealers) - most} more" if len(dealers) > most else names


@on_the_record
def assign_dealers(*, by, dealers, officer):
    """This officer answers for these dealers from now on; those who can not be his keep their owner (`Assigned`).

    Refused: nobody chosen, somebody whom one may not see, an officer who opens no dossiers, not one who can be his.
    """
    if not officer.has_perm("dealers.view_dealer"):
        raise RuleBroken(f"{officer} holds no role that opens dossiers; choose somebody who works on them.")
    rows = Dealer.objects.visible_to(by).filter(pk__in=[dealer.pk for dealer in dealers])
    chosen = list(rows.annotate(is_his=Exists(parts_known_to(officer))).select_for_update(of=("self",)))
    if not chosen or len(chosen) < len(dealers):
        raise Http404
    his = [dealer for dealer in chosen if dealer.is_on_file and dealer.is_his]
    drafts = [dealer for dealer in chosen if not dealer.is_on_file]
    elsewhere = [dealer for dealer in chosen if dealer.is_on_file and not dealer.is_his]
    assigned = Assigned(officer, his, drafts, elsewhere)
    if not his:
        raise RuleBroken(" ".join(assigned.refusals()))
    Dealer.objects.filter(pk__in=[dealer.pk for dealer in his]).update(assigned_to=officer)
    return assigned


def parts_known_to(officer):
    parts = Involvement.objects.standing().filter(dealer=OuterRef("pk"))
    return parts.filter(market__in=Market.objects.worked_by(officer))
