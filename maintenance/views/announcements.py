"""Announcements: the list, one and its words, from draft to paper; and whether a market still passes for a haven."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from dmi.forms import ActionForm
from maintenance import announced, services
from maintenance.filters import AnnouncementFilter
from maintenance.forms import announcements as forms
from maintenance.haven import haven_of
from maintenance.models import Announcement
from maintenance.views.acting import act
from markets.models import Market
from markets.views.base import page, read

PAGE = 40
NARROWING = ("market", "kind", "state")


@require_GET
@permitted("maintenance.view_announcements")
def view_announcements(request):
    """What was said in public, the latest first, and beside it whether it is heard."""
    trail.enter(request.user, "maintenance.view_announcements", trail.Outcome.READ)
    rows = Announcement.objects.visible_to(request.user).with_people()
    filtered = AnnouncementFilter(request.GET, rows, request=request)
    shown = {
        "page": Paginator(filtered.qs, PAGE).get_page(request.GET.get("page")),
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in NARROWING),
        "haven": measured(request, filtered.form),
    }
    return render(request, "maintenance/view_announcements.html", shown)


def measured(request, form):
    """Of the market that the list is narrowed to, else of the first one works."""
    if not request.user.has_perm("maintenance.view_haven"):
        return None
    chosen = form.cleaned_data.get("market") if form.is_valid() else None
    market = chosen or Market.objects.worked_by(request.user).first()
    return haven_of(market, request.user, timezone.localdate()) if market else None


@require_GET
@permitted("maintenance.view_haven")
def view_haven(request, market_id):
    """Who only assigns officers there is told that it is for those who work the market."""
    market = read(request, market_id, "maintenance.view_haven")
    works_here = Market.objects.worked_by(request.user).contains(market)
    said = Announcement.objects.visible_to(request.user).of_market(market).published().with_people()
    shown = {
        "haven": haven_of(market, request.user, timezone.localdate()) if works_here else None,
        "said": list(said.latest_out_first()),
    }
    return page(request, market, "maintenance/view_haven.html", **shown)


@require_GET
@permitted("maintenance.view_announcement")
def view_announcement(request, announcement_id):
    verb = "maintenance.view_announcement"
    announcement = trail.read(Announcement.objects.with_people(), by=request.user, verb=verb, pk=announcement_id)
    may_approve = request.user.has_perm("maintenance.approve_announcement") and announcement.by_id != request.user.pk
    shown = {
        "announcement": announcement,
        "blocks": announced.blocks(announcement.text),
        "may_approve": may_approve,
        "seen": version(announcement, announcement.CORRECTED),
    }
    return render(request, "maintenance/view_announcement.html", shown)


@permitted("maintenance.write_announcement")
def write_announcement(request):
    form = forms.WriteAnnouncementForm(
        request.POST or None, officer=request.user, initial={"kind": request.GET.get("kind", "")}
    )
    if request.method == "POST" and form.submit(services.write_announcement, by=request.user, at=timezone.now()):
        messages.success(request, "The draft is saved; somebody else reads and approves it.")
        return redirect(form.record)
    return render(request, "maintenance/write_announcement.html", {"form": form})


@permitted("maintenance.change_announcement")
def change_announcement(request, announcement_id):
    announcement = found(request, announcement_id)
    now = {name: announcement.serializable_value(name) for name in announcement.CORRECTED}
    now["seen"] = version(announcement, announcement.CORRECTED)
    form = forms.ChangeAnnouncementForm(request.POST or None, officer=request.user, initial=now)
    form.only_of(announcement.market)
    return about(request, announcement, form, services.change_announcement, "The words are changed; they are a draft.")


@permitted("maintenance.publish_announcement")
def publish_announcement(request, announcement_id):
    announcement = found(request, announcement_id)
    form = forms.PublishAnnouncementForm(request.POST or None, officer=request.user)
    done = "It is out; from here the months are compared."
    return about(request, announcement, form, services.publish_announcement, done, at=timezone.now())


@permitted("maintenance.approve_announcement")
@require_POST
def approve_announcement(request, announcement_id):
    announcement = found(request, announcement_id)
    form = forms.ApproveAnnouncementForm(request.POST, officer=request.user)
    given = {"announcement": announcement, "at": timezone.now()}
    if form.submit(services.approve_announcement, by=request.user, **given):
        messages.success(request, "You stand by these words; it may go out.")
    return told(request, form, announcement)


@never_cache
@permitted("maintenance.download_announcement")
@require_POST
def download_announcement(request, announcement_id):
    """The line is committed by the service; only then is it laid out and sent."""
    announcement = found(request, announcement_id)
    form = ActionForm(request.POST)
    if not form.submit(services.download_announcement, by=request.user, announcement=announcement):
        return told(request, form, announcement)
    answer = HttpResponse(announced.printed(announcement).pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{announced.file_name(announcement)}"'
    return answer


def found(request, announcement_id):
    return trail.find(Announcement.objects.with_people(), by=request.user, pk=announcement_id)


def told(request, form, back):
    """Back to the page, with whatever was refused."""
    for refusals in form.errors.values():
        for refusal in refusals:
            messages.error(request, refusal)
    return redirect(back)


def about(request, announcement, form, service, done, **given):
    shown = {"announcement": announcement}
    return act(request, form, service, done=done, back=announcement, shown=shown, announcement=announcement, **given)
