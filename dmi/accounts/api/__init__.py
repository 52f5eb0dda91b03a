from dmi.accounts.api import factors, officers, tokens

app_name = "accounts"
urlpatterns = [*factors.urlpatterns, *officers.urlpatterns, *tokens.urlpatterns]
