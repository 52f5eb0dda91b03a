from dmi.audit.models import Verification
from dmi.audit.trail import on_the_record
from dmi.celery import later


@on_the_record
def ask_verification(*, by, at):
    """Have every line hashed again under its seals, in the background. Refused while that is being done already."""
    verification = Verification.objects.create(badge=by.badge, asked_at=at)
    later("audit.verify_trail")
    return verification
