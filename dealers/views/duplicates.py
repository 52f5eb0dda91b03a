"""Records that may be one person: those one sees, and those of which one only learns whom to call."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers import matching, search, services
from dealers.forms import duplicates as forms
from dealers.forms.entries import LogDealerForm
from dealers.models import Dealer, Judgement, Pointer
from dealers.views.base import is_news, opened
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

SHOWN_FOR = timedelta(hours=1)  # the cautions, once the reason was typed


@permitted("dealers.find_duplicates")
def find_duplicates(request, dealer_id):
    """Who is alike, of those one sees; asking tells the owners of the others, and oneself whom to call."""
    dealer = opened(request, Dealer.objects.compared_by(request.user).with_names(), dealer_id)
    if request.method == "POST":
        services.find_duplicates(by=request.user, dealer=dealer, at=timezone.now())
        return redirect("dealers:find_duplicates", dealer.pk)
    shown = {
        "dealer": dealer,
        "matches": search.visible_matches(dealer, request.user),
        "pointers": search.pointers_given(dealer, request.user),
        "told_apart": list(Judgement.objects.visible_to(request.user).that_told_apart(dealer)),
    }
    return render(request, "dealers/find_duplicates.html", shown)


@permitted("dealers.judge_match")
def judge_match(request, dealer_id, other_id):
    """Side by side, with what makes them alike: nobody judges what was not read."""
    dealer, other = compared(request, dealer_id), compared(request, other_id)
    judgement = Judgement.between(dealer, other)
    form = forms.JudgeMatchForm(request.POST or None, officer=request.user, initial=judged(judgement))
    if request.method == "POST" and form.submit(
        services.judge_match, by=request.user, dealer=dealer, other=other, at=timezone.now()
    ):
        messages.success(request, DECIDED[form.record.verdict])
        return redirect("dealers:find_duplicates", dealer.pk)
    one, two = search.person_of(dealer), search.person_of(other)
    shown = {
        "dealer": dealer,
        "other": other,
        "form": form,
        "judgement": judgement if judgement.verdict else None,
        "likeness": matching.compare(one, two),
        "lines": matching.side_by_side(one, two),
    }
    return render(request, "dealers/judge_match.html", shown)


DECIDED = {
    Judgement.Verdict.SAME: "Noted as the same person; a supervisor merges the two records.",
    Judgement.Verdict.DIFFERENT: "Noted as different people; they are not shown as alike again.",
    Judgement.Verdict.UNSURE: "Noted as not sure yet.",
}


def judged(judgement):
    return {"verdict": judgement.verdict, "because": judgement.because}


def compared(request, dealer_id):
    return opened(request, Dealer.objects.with_names(), dealer_id)


@permitted("dealers.find_duplicates")
@require_POST
def alike(request):
    """Under the names while somebody types a draft (htmx): who of those one sees is alike. Nothing alike is quiet.

    Of hidden records nothing is said here, however often somebody types another date or number: that is told once the
    draft is saved, to both sides. POST, because names must not stand in addresses, which servers keep.
    """
    form = LogDealerForm(request.POST, officer=request.user)
    form.is_valid()  # what is not typed yet is missing; what is typed is clean
    matches = search.visible_alike(search.typed_person(form.cleaned_data), request.user)
    if is_news("alike", request.user, [match.dealer for match in matches]):
        trail.enter(
            request.user, "dealers.find_duplicates", trail.Outcome.READ, others={"shown": len(matches)}, asked="alike"
        )
    return render(request, "dealers/_alike.html", {"matches": matches})


@require_GET
@permitted("dealers.view_pointers")
def view_pointers(request):
    trail.enter(request.user, "dealers.view_pointers", trail.Outcome.READ)
    pointers = Pointer.objects.visible_to(request.user).with_people()
    shown = {
        "given": list(pointers.given(request.user)),
        "asked": list(pointers.owned_by(request.user)),
        "to_review": list(pointers.to_review(request.user)) if may_review(request.user) else [],
    }
    return render(request, "dealers/view_pointers.html", shown)


def may_review(officer):
    return officer.has_perm("dealers.review_danger")


@permitted("dealers.see_danger")
def see_danger(request, pointer_id):
    """The cautions for one hour after the reason was typed, and nothing else of the record."""
    pointer = trail.find(Pointer.objects.with_people(), by=request.user, pk=pointer_id)
    if pointer.given_to != request.user:
        return redirect(pointer.dealer)  # who sees the record reads its cautions there
    form = forms.SeeDangerForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.see_danger, by=request.user, pointer=pointer, at=timezone.now()
    ):
        return redirect("dealers:see_danger", pointer.pk)
    is_shown = bool(pointer.danger_at) and timezone.now() - pointer.danger_at < SHOWN_FOR
    cautions = search.grave_cautions(pointer) if is_shown else []
    shown = {"pointer": pointer, "form": form, "is_shown": is_shown, "cautions": cautions}
    return render(request, "dealers/see_danger.html", shown)


@permitted("dealers.acknowledge_pointer")
@require_POST
def acknowledge_pointer(request, pointer_id):
    return answer(request, pointer_id, services.acknowledge_pointer, "Noted that you know.")


@permitted("dealers.review_danger")
@require_POST
def review_danger(request, pointer_id):
    return answer(request, pointer_id, services.review_danger, "Reviewed.")


def answer(request, pointer_id, service, done):
    pointer = trail.find(Pointer.objects.with_people(), by=request.user, pk=pointer_id)
    form = ActionForm(request.POST)
    if form.submit(service, by=request.user, pointer=pointer, at=timezone.now()):
        messages.success(request, done)
    for error in form.non_field_errors():
        messages.error(request, error)
    return redirect("dealers:view_pointers")
