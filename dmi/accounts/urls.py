from django.urls import path

from dmi.accounts import views

app_name = "accounts"
urlpatterns = [
    path("officers/", views.view_officers, name="view_officers"),
    path("officers/add/", views.add_officer, name="add_officer"),
    path("officers/<uuid:officer_id>/change/", views.change_officer, name="change_officer"),
    path("officers/<uuid:officer_id>/release-lock/", views.release_lock, name="release_lock"),
    path("tokens/", views.view_tokens, name="view_tokens"),
    path("tokens/make/", views.make_token, name="make_token"),
    path("tokens/<uuid:token_id>/revoke/", views.revoke_token, name="revoke_token"),
]
