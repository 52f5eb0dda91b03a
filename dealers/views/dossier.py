"""One dealer: the frame of the dossier, and the tabs that this app owns."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from dealers import access, matching, search
from dealers.dossier import events_of, timeline_rows
from dealers.models import Dealer, Merge, Photo, Tie
from dealers.models.kinds import KINDS, identifiers_of
from dealers.network import Bond, neighbourhood
from dmi.accounts.models import TaskForce, User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.privacy import rules
from dmi.tabs import tabs_for

VIEW = "dealers.view_dealer"
TIMELINE_PAGE = 50
RECENT = 8
LOOKS = 40  # lines of the trail in which to find the last officers who looked


@require_GET
@permitted("dealers.view_dealer")
def view_dealer(request, dealer_id):
    if merge := Merge.objects.visible_to(request.user).that_took([dealer_id]).first():
        return redirect(merge.kept)
    dealer = trail.read(Dealer.objects.with_dossier(request.user), by=request.user, verb=VIEW, pk=dealer_id)
    rows = list(timeline_rows(dealer, request.user)[: RECENT + 1])  # not counted: that would ask everything twice
    shown = {
        "events": events_of(rows[:RECENT]),
        "has_older_events": len(rows) > RECENT,
        "known_by": identifiers_of(dealer),
        "kinds": KINDS,
        "looks": who_looked(dealer, request.user),
        "merges": list(Merge.objects.visible_to(request.user).standing_in(dealer)),
        **alike(dealer, request.user),
        **tied(dealer, request.user),
    }
    return dossier(request, dealer, "dealers/view_dealer.html", **shown)


def alike(dealer, officer):
    """Who may be the same person as a draft, before it is approved as somebody new."""
    if dealer.is_on_file:
        return {}
    return {
        "matches": search.visible_matches(dealer, officer, least=matching.LIKELY),
        "pointers": search.pointers_given(dealer, officer),
    }


@require_GET
@permitted("dealers.view_timeline")
def view_timeline(request, dealer_id):
    dealer = read(request, dealer_id, "dealers.view_timeline")
    page = Paginator(timeline_rows(dealer, request.user), TIMELINE_PAGE).get_page(request.GET.get("page"))
    return dossier(request, dealer, "dealers/view_timeline.html", page=page, events=events_of(page.object_list))


def read(request, dealer_id, verb):
    """The dealer of a tab, as its head shows the person."""
    return trail.read(Dealer.objects.with_head(request.user), by=request.user, verb=verb, pk=dealer_id)


def dossier(request, dealer, template, **shown):
    """A page of the dossier: the person on top, the tabs of every app that knows more."""
    today = localdate()
    frame = {
        "dealer": dealer,
        "age": dealer.age_on(today),
        "tabs": tabs_for(request.user, "dossier"),
        "apart": kept_apart(dealer, request.user, today),
        "holds": list(dealer.legal_holds.standing().with_people()),
        "draft": None if dealer.is_on_file else draft_of(dealer, request.user, today),
    }
    return render(request, template, frame | shown)


def kept_apart(dealer, officer, today):
    """Why this record is kept apart, or may have to be: the seal, the line of age and its statute."""
    task_force, age = TaskForce.objects.get(), dealer.age_on(today)
    return {
        "seal": dealer.record_seals.standing().with_people().first(),
        "is_juvenile": Dealer.objects.visible_to(officer).begun_as_juveniles().contains(dealer),
        "is_youthful": age is not None and age < task_force.youthful_until,
        "statute": task_force.juvenile_statute,
        "juvenile_until": task_force.juvenile_until,
        "youthful_until": task_force.youthful_until,
    }


def draft_of(dealer, officer, today):
    """What a draft still lacks, by when, and what this officer may do about it."""
    documents = dealer.predicate.source_documents.all()
    due = rules.source_due(localdate(dealer.logged_at), TaskForce.objects.get().draft_days)
    is_own = dealer.logged_by == officer
    return {
        "documents": documents,
        "source_due": due,
        "is_late": due < today,
        "is_own": is_own,
        "may_approve": bool(documents) and not is_own and officer.has_perm("dealers.approve_predicate"),
        "may_return": dealer.status == Dealer.Status.DRAFT and officer.has_perm("dealers.return_draft"),
    }


def tied(dealer, officer):
    """Everybody tied to this dealer, with the drawing of who among them is tied to whom."""
    people = {str(each.pk): each for each in Dealer.objects.visible_to(officer).tied_to(dealer).with_parts(officer)}
    ties = list(Tie.objects.visible_to(officer).among([dealer.pk, *people]).for_timeline())
    bonds = [Bond(str(tie.a_id), str(tie.b_id), tie.strength, tie.is_probable) for tie in ties]
    drawing = neighbourhood(str(dealer.pk), bonds)
    own = [(tie, people[str(tie.other(dealer).pk)]) for tie in ties if dealer.pk in (tie.a_id, tie.b_id)]
    return {"drawing": drawing, "ring": [(spot, people[spot.key]) for spot in drawing.ring], "ties": own}


def who_looked(dealer, officer):
    """The last officers on the trail of this dealer: who, what they did last, when."""
    latest = {line.badge: line for line in reversed(trail.looks_at(dealer, size=LOOKS))}
    newest_first = sorted(latest.values(), key=lambda line: line.at, reverse=True)[:RECENT]
    names = User.objects.visible_to(officer).in_bulk([line.by for line in newest_first])
    return [(names.get(line.by, line.badge), access.in_words(line), line.at) for line in newest_first]


@require_GET
@permitted("dealers.view_photo")
@cache_control(private=True, max_age=3600)
def view_photo(request, photo_id, size):
    """The picture for a page or for a list; it passes the same gates as its dealer."""
    photo = trail.find(Photo.objects.standing().with_picture(size), by=request.user, pk=photo_id)
    response = HttpResponse(bytes(getattr(photo, size)), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    return response
