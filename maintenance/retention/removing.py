"""What keeps a record from being removed, in words that name nobody: who answers may not know who it is."""

from django.db.models import Q

from callins.models import CustomNotification, Invitation
from dealers.cases.models import Case, Prosecution
from dealers.cases.states import State
from dealers.erasing import absorbed_by
from dealers.models import Dealer, LegalHold, Merge
from dmi.errors import RuleBroken
from maintenance.models import HotSheet
from maintenance.retention.models import Removal

CHARGED = (State.CHARGED, State.DISPOSED, State.CONVERTED)


def refuse_answer(removal, by):
    if removal.state != Removal.State.ASKED:
        raise RuleBroken(f"This request is answered: {removal.get_state_display().lower()}.")
    if removal.asked_by_id == by.pk:
        raise RuleBroken("You asked for it; somebody else answers.")


def refuse_other_record(removal):
    if why := what_became_of(removal):
        raise RuleBroken(why)


def what_became_of(removal):
    """Why nobody can approve it as it was asked, or nothing: a merge makes it another record, and nobody asked for
    the end of that one.
    """
    if removal.dealer is None:
        return f"{removal.reference} is gone already; refuse this request."
    if removal.dealer_id != removal.record:
        return (
            f"{removal.reference} went up in {removal.dealer.reference} since this was asked for; refuse this request "
            "and ask for the removal of that record."
        )
    if merge := Merge.objects.into(all_of(removal.dealer)).standing_since(removal.asked_at).with_people().first():
        return (
            f"{merge.other.reference} went up in {merge.kept.reference} since this was asked for and would go with "
            "it; refuse this request and ask for it again."
        )
    return ""


def hold_all_of(removal):
    """The records that would go, by their keys as a merge holds them, and before the request, which a merge carries."""
    dealer = Dealer.objects.filter(pk=removal.record).first()
    keys = [each.pk for each in all_of(dealer)] if dealer else []
    list(Dealer.objects.filter(pk__in=keys).order_by("pk").select_for_update())


def refuse_held(dealer):
    if LegalHold.objects.about(all_of(dealer)).standing().exists():
        raise RuleBroken(f"{dealer.reference} is on legal hold; nothing is removed until somebody releases it.")


def refuse_charged(dealer, kind):
    """The file of a prosecution follows that office's own schedule; only a court's order takes it."""
    if kind != Removal.Kind.PURGE:
        return
    about = all_of(dealer)
    if Case.objects.about(about).in_state(*CHARGED).exists() or Prosecution.objects.filter(dealer__in=about).exists():
        raise RuleBroken(
            f"{dealer.reference} is on the record of a prosecution, which follows its own schedule; only an "
            "expungement by a court's order takes it."
        )


def refuse_carried(dealer, today):
    """By the edition where a sheet carries it; what else is planned is said to nobody here."""
    about = all_of(dealer)
    said = Q()
    for each in about:
        said |= Q(contents__contains=str(each.pk)) | Q(contents__contains=each.known_as)
    ahead = HotSheet.objects.not_recalled().not_superseded().filter(said, valid_until__gte=today)
    if sheet := ahead.exclude(state=HotSheet.State.FAILED).first():
        raise RuleBroken(f"{sheet} carries {dealer.reference} and is in force or about to be; revise it first.")
    planned = CustomNotification.objects.about(about).open()
    if Invitation.objects.of_dealers(about).to_come().exists() or planned.exists():
        raise RuleBroken(
            f"Something planned for the coming weeks still carries {dealer.reference}; it can be removed once that is "
            "over or called off."
        )


def all_of(dealer):
    """With the records that went up in it."""
    return [dealer, *absorbed_by([dealer])]
