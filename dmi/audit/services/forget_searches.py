from dmi.audit.models import SearchWords
from dmi.audit.trail import on_the_record


@on_the_record
def forget_searches(*, by, before):
    """The words of searches from before this moment go; that somebody searched stays on the trail. How many."""
    return SearchWords.objects.until(before).delete()[0]
