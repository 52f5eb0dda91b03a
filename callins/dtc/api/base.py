"""What the rooms have in common, by JSON."""

from django.http import Http404
from django.utils import timezone

from callins.dtc.doors import Walled
from callins.dtc.forms.base import as_it_stands
from callins.dtc.models import Enrolment, Participant
from callins.dtc.serializers import base as serializers
from dmi.api.acts import Act, Change
from dmi.audit import trail


class OfParticipant(Walled, Act):
    """An act on the admission that runs, or the last one."""

    answer = serializers.EnrolmentFacts

    def given(self, request, participant_id):
        participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
        enrolment = Enrolment.objects.visible_to(request.user).of(participant).first()
        if enrolment is None:
            raise Http404
        return {"enrolment": enrolment, "at": timezone.now()}


class Correction(Walled, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    def filled(self, request, said, files, **given):
        return self.form(as_it_stands(given[self.changed]) | said, files, officer=request.user)
