"""Whether a closed market comes back, by JSON."""

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from maintenance import services
from maintenance.forms.re_emergence import AnswerSignalForm
from maintenance.models import ReemergenceSignal
from maintenance.re_emergence import watch_of
from maintenance.serializers.re_emergence import ReemergenceSignalFacts, ReemergenceWatch
from markets.models import Market

MOST_SIGNALS = 100


class ViewReEmergence(Look):
    """New names, calls about drugs and overdoses by the week since the call-in, with limits and signals.

    At most the last 100 signals, those without an answer first.
    """

    verb = "maintenance.view_re_emergence"
    answer = ReemergenceWatch

    def record(self, request, market_id):
        rows = Market.objects.worked_by(request.user)
        market = trail.read(rows, by=request.user, verb=self.verb, pk=market_id)
        watch = watch_of(market, timezone.localdate())
        signals = ReemergenceSignal.objects.visible_to(request.user).of_market(market).with_people()
        return {
            "called_in_on": watch.called_in_on,
            "measures": watch.measures,
            "signals": signals.unanswered_first()[:MOST_SIGNALS],
        }


class AnswerSignal(Act):
    """What the CRT makes of a signal; a supervisor may take the market back into identifying."""

    form, service, answer = AnswerSignalForm, services.answer_signal, ReemergenceSignalFacts

    def given(self, request, signal_id):
        signal = trail.find(ReemergenceSignal.objects.with_people(), by=request.user, pk=signal_id)
        return {"signal": signal, "at": timezone.now()}


urlpatterns = [
    path("boards/<uuid:market_id>/re-emergence/", ViewReEmergence.as_view(), name="view_re_emergence"),
    path("boards/re-emergence/<uuid:signal_id>/answer/", AnswerSignal.as_view(), name="answer_signal"),
]
