from callins.models import InfluentialContact
from callins.services.inviting import refuse_settled, refuse_suspect
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_influential_contact(*, by, invitation, influential, how, consents, at, words=""):
    """Somebody spoke with a person whose word counts; who consents speaks for the call-in, in words planned together.

    What is said here stays here: nothing of it is written on the influential's own record, which others read.
    Refused: somebody who is close to another dealer, or is on file as a suspect himself; words that nobody consented
    to; withdrawn; after the evening.
    """
    hold(invitation)
    refuse_settled(invitation)
    if influential.dealer_id != invitation.dealer_id or influential.withdrawn_at:
        raise RuleBroken(f"{influential.name} is not on record as close to {invitation.dealer}; add the person first.")
    refuse_suspect(influential.name, by)
    if words and not consents:
        raise RuleBroken("Words are planned with who consents; note the consent, or leave the words out.")
    contact = InfluentialContact.objects.create(
        invitation=invitation, influential=influential, how=how, consents=consents, words=words, by=by, at=at
    )
    stand_by(invitation, influential, consents)
    return contact


def stand_by(invitation, influential, consents):
    """Who consents stands by the person that evening; who no longer does, does not."""
    if consents:
        invitation.influential = influential
    elif invitation.influential_id == influential.pk:
        invitation.influential = None
    invitation.save(update_fields=["influential"])
