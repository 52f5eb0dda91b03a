from dmi.accounts.api import officers, tokens

app_name = "accounts"
urlpatterns = [*officers.urlpatterns, *tokens.urlpatterns]
