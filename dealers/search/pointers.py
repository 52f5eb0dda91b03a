"""Records of other markets, and drafts of others, that an officer may not see but must hear of (domain, section 3).

Of what is kept apart from him (dealers.models.apart) he hears nothing: that there is a record would tell it.
"""

from dealers import matching
from dealers.models import Dealer
from dealers.search.descriptions import person_of, persons_of
from dealers.search.duplicates import candidates


def pointed_to(dealer, officer):
    """Records hidden from this officer that share name and day of birth, a phone or a plate with this one."""
    person = person_of(dealer)
    shared = candidates([person], exclude=[dealer.pk])[0]
    seen = set(Dealer.objects.visible_to(officer).filter(pk__in=shared).values_list("pk", flat=True))
    records = persons_of([key for key in shared if key not in seen])
    hidden = [key for key, record in records.items() if matching.points_to(person, record)]
    return Dealer.objects.open_to(officer).filter(pk__in=hidden).select_related("assigned_to", "logged_by")
