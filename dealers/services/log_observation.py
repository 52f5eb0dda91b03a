from dealers.models import Mention, Observation
from dealers.services.facts import check_moment
from dealers.sources import refuse_name
from dmi.audit.trail import is_visible, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_observation(
    *, by, market, dealers, narrative, reliability, validity, at, seen_at=None, place="", hot_place=None,
    source_number="",
):  # fmt: skip
    """What was seen or heard, and of whom; where, by the market's hot place or in words.

    Refused: nobody named, somebody not visible, a moment to come or before 1900, a place of another market, a
    source's name.
    """
    if not dealers:
        raise RuleBroken("Name at least one person; somebody new is logged as a dealer first.")
    if not all(is_visible(dealer, by) for dealer in dealers):
        raise RuleBroken("Name only people whose dossier you can open.")
    check_moment("seen_at", seen_at)
    seen_at = seen_at or at
    if seen_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    if hot_place and hot_place.market_id != market.pk:
        raise RuleBroken(f"{hot_place} is no hot place of {market}; write where it was instead.")
    refuse_name(source_number)
    observation = Observation.objects.create(
        market=market, seen_at=seen_at, place=place or (hot_place.address if hot_place else ""), hot_place=hot_place,
        narrative=narrative, reliability=reliability, validity=validity, source_number=source_number, by=by,
        logged_at=at,
    )  # fmt: skip
    Mention.objects.bulk_create(Mention(observation=observation, dealer=dealer) for dealer in dealers)
    return observation
