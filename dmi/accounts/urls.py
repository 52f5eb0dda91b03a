from django.urls import path

from dmi.accounts.views import factors, officers, tokens

app_name = "accounts"
urlpatterns = [
    path("officers/", officers.view_officers, name="view_officers"),
    path("officers/add/", officers.add_officer, name="add_officer"),
    path("officers/<uuid:officer_id>/change/", officers.change_officer, name="change_officer"),
    path("officers/<uuid:officer_id>/release-lock/", officers.release_lock, name="release_lock"),
    path(
        "officers/<uuid:officer_id>/reset-second-factor/", factors.reset_second_factor, name="reset_second_factor"
    ),
    path("tokens/", tokens.view_tokens, name="view_tokens"),
    path("tokens/make/", tokens.make_token, name="make_token"),
    path("tokens/<uuid:token_id>/revoke/", tokens.revoke_token, name="revoke_token"),
]
