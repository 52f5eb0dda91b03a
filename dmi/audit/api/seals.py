"""Seals, whether they hold, and what this week came to, by JSON."""

from datetime import timedelta
from http import HTTPStatus

from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import digest, services, trail
from dmi.audit.filters import midnight
from dmi.audit.models import AuditSeal, Verification
from dmi.audit.serializers import TrailSeal, VerificationFacts, WeekOfTrail
from dmi.forms import ActionForm


class OfSeals(Listing):
    verb = "audit.view_seals"

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewSeals(OfSeals):
    """Each minute's seal with its whole hash, newest first: to be compared with the daily mails."""

    answer = TrailSeal
    ordering = ("-number",)

    def rows(self, officer):
        return AuditSeal.objects.all()


class ViewVerifications(OfSeals):
    """Checks of every line under its seals, newest first; `ended_at` is empty while one runs."""

    answer = VerificationFacts
    ordering = ("-id",)

    def rows(self, officer):
        return Verification.objects.visible_to(officer)


class AskVerification(Act):
    """Have every line hashed again under its seals, in the background."""

    form, service, answer = ActionForm, services.ask_verification, VerificationFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class ViewDigest(Look):
    """This week so far by badge: failed sign-ins, refusals, looks at night, what left, searches, most looks."""

    verb = "audit.view_digest"
    answer = WeekOfTrail

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today = timezone.localdate()
        monday = today - timedelta(days=today.weekday())
        since, until = midnight(monday), midnight(monday + timedelta(days=7))
        return {"monday": monday, "kinds": digest.of_days(since, until, timezone.get_current_timezone())}
