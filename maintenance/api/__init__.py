"""The CRT's week and the markets' boards in the API: the same verbs at the same addresses behind /api/."""

from maintenance.api import boards, week

app_name = "maintenance"
urlpatterns = [*boards.urlpatterns, *week.urlpatterns]
