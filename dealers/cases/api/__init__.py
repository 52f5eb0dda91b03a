"""Cases in the API: the same verbs at the same addresses behind /api/."""

app_name = "cases"
urlpatterns: list = []
