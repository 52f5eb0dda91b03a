"""The desk: what each role starts the day from."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.models import Dealer
from dmi.views.parts import PARTS
from maintenance.models import Copy, HotSheet
from markets.models import Market


@require_GET
def desk(request):
    """Treatment staff start behind the wall; everybody else here, each part only for those whose work it is."""
    officer = request.user
    if officer.has_perm("dtc.view_desk"):
        return redirect("callins:dtc:view_desk")
    today = timezone.localdate()
    markets = list(Market.objects.worked_by(officer))
    shown = {"today": today, "markets": markets, "copy": own_copy(officer, today)}
    shown["flashes"] = own_flashes(officer, today)
    shown["loans"] = officer.loans().with_people()
    for verb, part in PARTS.items():
        if officer.has_perm(verb):
            shown |= part(officer, today)
    return render(request, "desk.html", shown | {"in_short": in_short(shown, today)})


def own_copy(officer, day):
    """Of the sheet in force; where there is none, of the next that is published already."""
    current = HotSheet.objects.visible_to(officer).in_force_or_next(day).values("pk")[:1]
    copies = Copy.objects.visible_to(officer).filter_sheets(current).select_related("sheet")
    return copies.defer("sheet__contents").first()


def own_flashes(officer, day):
    """Copies of bulletins in force that one has not confirmed: a danger is read before anything else."""
    flashes = HotSheet.objects.visible_to(officer).flashes_in_force(day).values("pk")
    unread = Copy.objects.visible_to(officer).filter_sheets(flashes).on_the_roster().unread().select_related("sheet")
    return list(unread.order_by("-sheet__approved_at"))


def in_short(shown, today):
    """The day in one sentence: what waits for a decision, else what one's own drafts lack, else the week's sheet."""
    if shown["flashes"]:
        return f"{shown['flashes'][0].sheet} is out: read it before you go out."
    decisions = shown.get("waiting_count", 0) + len(shown.get("to_approve", []))
    if decisions:
        oldest = min([dealer.logged_at for dealer in shown["waiting"]] + [s.frozen_at for s in shown["to_approve"]])
        days = (today - timezone.localdate(oldest)).days
        return f"{counted(decisions, 'decision waits', 'decisions wait')} for you, the oldest {since(days)}."
    cases = len(shown.get("case_queue", []) + shown.get("activations", []))
    if cases:
        return f"{counted(cases, 'case waits', 'cases wait')} for your decision."
    if places := len(shown.get("my_outreach", [])):
        return f"You are asked to go to {counted(places, 'place', 'places')}; somebody may want help there."
    if doors := len(shown.get("doors", [])):
        return f"{counted(doors, 'door is', 'doors are')} on your route today."
    if broken := len(shown.get("broken_words", [])):
        return f"{counted(broken, 'promise was broken', 'promises were broken')}, and nothing followed."
    if owed := [contact for contact in shown.get("follow_ups", []) if contact.due_on <= today]:
        longest = since((today - owed[0].due_on).days)
        return f"You owe {counted(len(owed), 'contact', 'contacts')}, the oldest {longest}."
    late = [case for case in shown.get("code_cases", []) if case.next_step()[1] <= today]
    if late:
        return f"{counted(len(late), 'code case is', 'code cases are')} due."
    if owed := [action for action in shown.get("my_actions", []) if action.due_on <= today]:
        return f"You were asked for {counted(len(owed), 'thing that is due', 'things that are due')}."
    if running_out := len(shown.get("running_out", [])):
        return f"{counted(running_out, 'alert runs out', 'alerts run out')}, and nobody has acted."
    if undone := len(shown.get("late_contacts", [])):
        return f"{counted(undone, 'contact was', 'contacts were')} not made after a call-in."
    if told := shown.get("debriefs_count", 0):
        return f"{counted(told, 'debrief waits', 'debriefs wait')} to be settled."
    if removals := len(shown.get("removals", [])):
        return (
            f"{counted(removals, 'request', 'requests')} to remove a record for good: somebody asked, and you answer."
        )
    lacking = [draft for draft in shown.get("my_drafts", []) if lacks_document(draft)]
    if lacking:
        return f"{counted(len(lacking), 'draft of yours waits', 'drafts of yours wait')} for a source document."
    if shown.get("answers"):
        return "You were answered on what you told."
    if shown["copy"] and not shown["copy"].acknowledged_at:
        return f"{shown['copy'].sheet} is ready; you have not confirmed yet that you read it."
    return "Nothing waits for you."


def lacks_document(draft):
    """Without one nobody approves it; a returned draft goes back to the supervisors with another."""
    return draft.status == Dealer.Status.RETURNED or not draft.predicate.source_documents.all()


def counted(number, one, several):
    return f"{number} {one if number == 1 else several}"


def since(days):
    return "since today" if days == 0 else f"for {counted(days, 'day', 'days')}"
