"""Help that stands ready on the evening: places reserved with providers."""

from django.views.decorators.http import require_POST

from callins import services
from callins.forms import call_ins as forms
from callins.models import ReservedService
from callins.views.acting import act, found, tap
from dmi.audit import trail
from dmi.audit.doors import permitted


def services_of(call_in):
    """The services' place on the page of their call-in."""
    return f"{call_in.get_absolute_url()}#services"


@permitted("callins.reserve_service")
def reserve_service(request, call_in_id):
    call_in = found(request, call_in_id)
    form = forms.ReserveServiceForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.reserve_service, done="The places are reserved.", back=services_of(call_in),
        shown={"call_in": call_in}, call_in=call_in,
    )  # fmt: skip


def service_of(request, service_id):
    return trail.find(ReservedService.objects.with_call_in(), by=request.user, pk=service_id)


@permitted("callins.change_service")
def change_service(request, service_id):
    service = service_of(request, service_id)
    now = {"contact": service.contact, "places": service.places}
    form = forms.ChangeServiceForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.change_service, done="The places are changed.", back=services_of(service.call_in),
        shown={"call_in": service.call_in, "service": service}, service=service,
    )  # fmt: skip


@permitted("callins.release_service")
@require_POST
def release_service(request, service_id):
    service = service_of(request, service_id)
    done, back = f"{service}: the places are given back.", services_of(service.call_in)
    return tap(request, services.release_service, done=done, back=back, service=service)
