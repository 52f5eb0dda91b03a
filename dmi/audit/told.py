"""Who is told of the trail: whoever may look at its seals."""

from django.contrib.auth import get_user_model


def security_officers():
    """Their addresses. Officers stand above the trail: it knows them by the verb they hold alone."""
    watching = get_user_model()._default_manager.holding("audit.view_seals")
    return sorted(officer.email for officer in watching if officer.email)
