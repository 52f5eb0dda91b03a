"""Whether somebody is signed in still: asked by the cover of the screen while he works."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@never_cache
@require_GET
def still_here(request):
    """The token too: after signing in again in another tab, forms that were open before have an old one."""
    return JsonResponse({"officer": str(request.user.pk), "csrf": get_token(request)})
