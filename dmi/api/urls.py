"""The API of the API: its schema, and what is said at an address where nothing is."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework import exceptions, permissions, views

NO_SUCH_ADDRESS = "There is no such address; all of them end with a slash and stand in /api/docs/."


class Nowhere(views.APIView):
    """So that a mistyped address is refused in the API's own way, and only to those who are signed in."""

    schema = None
    permission_classes = [permissions.IsAuthenticated]

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        raise exceptions.NotFound(NO_SUCH_ADDRESS)


urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    re_path("", Nowhere.as_view(), name="nowhere"),
]
