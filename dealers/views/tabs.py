"""The dossier's tabs Network, Files, History and Access."""

from django.views.decorators.http import require_GET

from dealers import access, history, neighbours
from dealers.forms import tabs as forms
from dealers.models import Photo, Tie
from dealers.views.dossier import dossier, read
from dmi.audit.doors import permitted

SEES_ADDRESSES = "dealers.approve_predicate"  # a supervisor's: from which machine somebody looked


@require_GET
@permitted("dealers.view_network")
def view_network(request, dealer_id):
    """Who is tied to this dealer and to those, drawn and told."""
    dealer = read(request, dealer_id, "dealers.view_network")
    filtered = forms.NeighbourFilter(request.GET, Tie.objects.visible_to(request.user), request=request)
    near = neighbours.around(dealer, request.user, filtered.qs)
    return dossier(
        request, dealer, "dealers/view_network.html", form=filtered.form, neighbours=near,
        is_narrowed=any(filtered.form[name].value() for name in filtered.form.fields),
    )  # fmt: skip


@require_GET
@permitted("dealers.view_files")
def view_files(request, dealer_id):
    dealer = read(request, dealer_id, "dealers.view_files")
    photos = Photo.objects.visible_to(request.user).standing().of(dealer).select_related("by", "dealer")
    return dossier(request, dealer, "dealers/view_files.html", photos=photos)


@require_GET
@permitted("dealers.view_history")
def view_history(request, dealer_id):
    dealer = read(request, dealer_id, "dealers.view_history")
    form = forms.HistoryForm(request.GET)
    page = history.page_of(dealer, request.user, kind=form.asked(), before=request.GET.get("before", ""))
    acts = [(act, access.words_of(act.verb)) for act in page.acts]
    return dossier(request, dealer, "dealers/view_history.html", form=form, acts=acts, before=page.before)


@require_GET
@permitted("dealers.view_access")
def view_access(request, dealer_id):
    """Who looked and acted. That one looks here is a line too, and stands on top."""
    dealer = read(request, dealer_id, "dealers.view_access")
    filtered = forms.AccessFilter(request.GET, access.lines_about(dealer, request.user), request=request)
    looks, before = access.page_of(filtered.qs, request.user, request.GET.get("before", ""))
    shown = {
        "form": filtered.form,
        "looks": looks,
        "before": before,
        "sees_addresses": request.user.has_perm(SEES_ADDRESSES),
        "is_narrowed": any(filtered.form[name].value() for name in filtered.form.fields),
    }
    return dossier(request, dealer, "dealers/view_access.html", **shown)
