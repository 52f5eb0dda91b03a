"""Who may act in a market, beyond seeing that it exists."""

from django.http import Http404

from markets.models import Market


def check_assigns(by, market):
    """Supervisors assign to the markets they work; administrators, who see nothing inside, to any."""
    if not by.has_perm("accounts.change_officer"):
        check_works(by, market)


def check_works(by, market):
    """Who only assigns officers sees that a market exists; to work in it is another thing."""
    if not Market.objects.worked_by(by).contains(market):
        raise Http404
