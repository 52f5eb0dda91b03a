"""Something under the addresses of lent roles and of the yearly review."""

from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.roles import Role
from tests.conftest import officer


def lent(by, to, role="supervisor", **facts):
    today = timezone.localdate()
    said = {"because": "Sgt. Brandt is on leave", "from_on": today, "until_on": today, **facts}
    return services.lend_role(by=by, officer=to, role=role, at=timezone.now(), today=today, **said)


def overseen():
    """A review that is open, and a role that is lent."""
    administrator = officer("900", Role.ADMINISTRATOR, full_name="Ines Carver")
    loan = lent(administrator, officer("901", Role.PATROL, full_name="Gus Tierney"), "analyst")
    review = services.open_review(by=administrator, at=timezone.now())
    return {"review_id": review.pk, "acting_role_id": loan.pk}
