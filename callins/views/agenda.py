"""The agenda of a call-in: who speaks, in what order, for which prong."""

from django.views.decorators.http import require_POST

from callins import agendas, services
from callins.forms import call_ins as forms
from callins.models import Speaker
from callins.views.acting import act, found, tap
from dmi.audit import trail
from dmi.audit.doors import permitted


def agenda_of(call_in):
    """The agenda's place on the page of its call-in."""
    return f"{call_in.get_absolute_url()}#agenda"


@permitted("callins.lay_out_agenda")
def lay_out_agenda(request, call_in_id):
    call_in = found(request, call_in_id)
    usual = {"order": agendas.USUAL[call_in.form]}
    form = forms.LayOutAgendaForm(request.POST or None, officer=request.user, initial=usual)
    shown = {"call_in": call_in, "orders": [(agendas.LABELS[order], turns) for order, turns in agendas.TURNS.items()]}
    done = "The agenda is laid out; now a name for each."
    return act(request, form, services.lay_out_agenda, done=done, back=agenda_of(call_in), shown=shown, call_in=call_in)


@permitted("callins.add_speaker")
def add_speaker(request, call_in_id):
    call_in = found(request, call_in_id)
    form = forms.SpeakerForm(request.POST or None, officer=request.user)
    shown = {"call_in": call_in}
    done = "The speaker is added."
    return act(request, form, services.add_speaker, done=done, back=agenda_of(call_in), shown=shown, call_in=call_in)


def speaker_of(request, speaker_id):
    return trail.find(Speaker.objects.with_call_in(), by=request.user, pk=speaker_id)


@permitted("callins.change_speaker")
def change_speaker(request, speaker_id):
    speaker = speaker_of(request, speaker_id)
    now = {name: getattr(speaker, name) for name in forms.SpeakerForm.base_fields}
    form = forms.SpeakerForm(request.POST or None, officer=request.user, initial=now)
    shown = {"call_in": speaker.call_in, "speaker": speaker}
    back = agenda_of(speaker.call_in)
    return act(
        request, form, services.change_speaker, done="The turn is changed.", back=back, shown=shown, speaker=speaker
    )


@permitted("callins.move_speaker")
@require_POST
def move_speaker(request, speaker_id):
    speaker = speaker_of(request, speaker_id)
    done, back = f"{speaker} is moved.", agenda_of(speaker.call_in)
    return tap(request, services.move_speaker, form=forms.MoveSpeakerForm, done=done, back=back, speaker=speaker)


@permitted("callins.remove_speaker")
@require_POST
def remove_speaker(request, speaker_id):
    speaker = speaker_of(request, speaker_id)
    done, back = f"{speaker} is off the agenda.", agenda_of(speaker.call_in)
    return tap(request, services.remove_speaker, done=done, back=back, speaker=speaker)
