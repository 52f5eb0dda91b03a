from dmi.accounts.api import acting, factors, officers, reviews, settings, tokens

app_name = "accounts"
urlpatterns = [
    *officers.urlpatterns,
    *factors.urlpatterns,
    *acting.urlpatterns,
    *reviews.urlpatterns,
    *settings.urlpatterns,
    *tokens.urlpatterns,
]
