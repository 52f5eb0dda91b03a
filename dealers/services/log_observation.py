from dealers.models import Mention, Observation
from dmi.audit.trail import is_visible, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_observation(
    *, by, market, dealers, narrative, reliability, validity, at, seen_at=None, place="", source_number="",
):  # fmt: skip
    """What was seen or heard, and of whom. Refused: nobody named, somebody not visible, a moment to come."""
    if not dealers:
        raise RuleBroken("Name at least one person; somebody new is logged as a dealer first.")
    if not all(is_visible(dealer, by) for dealer in dealers):
        raise RuleBroken("Name only people whose dossier you can open.")
    seen_at = seen_at or at
    if seen_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    observation = Observation.objects.create(
        market=market, seen_at=seen_at, place=place, narrative=narrative, reliability=reliability, validity=validity,
        source_number=source_number, by=by, logged_at=at,
    )  # fmt: skip
    Mention.objects.bulk_create(Mention(observation=observation, dealer=dealer) for dealer in dealers)
    return observation
