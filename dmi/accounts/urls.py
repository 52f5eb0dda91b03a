from django.urls import path

from dmi.accounts.views import acting, factors, officers, reviews, sessions, settings, tokens

OFFICER, REVIEW = "officers/<uuid:officer_id>", "reviews/<uuid:review_id>"

app_name = "accounts"
urlpatterns = [
    path("still-here/", sessions.still_here, name="still_here"),
    path("settings/", settings.change_settings, name="change_settings"),
    path("officers/", officers.view_officers, name="view_officers"),
    path("officers/add/", officers.add_officer, name="add_officer"),
    path(f"{OFFICER}/change/", officers.change_officer, name="change_officer"),
    path(f"{OFFICER}/release-lock/", officers.release_lock, name="release_lock"),
    path(f"{OFFICER}/disable/", officers.disable_officer, name="disable_officer"),
    path(f"{OFFICER}/enable/", officers.enable_officer, name="enable_officer"),
    path(f"{OFFICER}/reset-second-factor/", factors.reset_second_factor, name="reset_second_factor"),
    path(f"{OFFICER}/give-password/", officers.give_password, name="give_password"),
    path(f"{OFFICER}/lend-role/", acting.lend_role, name="lend_role"),
    path("acting-roles/", acting.view_acting_roles, name="view_acting_roles"),
    path("acting-roles/<uuid:acting_role_id>/end/", acting.end_acting_role, name="end_acting_role"),
    path("reviews/", reviews.view_reviews, name="view_reviews"),
    path("reviews/open/", reviews.open_review, name="open_review"),
    path(f"{REVIEW}/", reviews.view_review, name="view_review"),
    path(f"{REVIEW}/accounts/<uuid:officer_id>/judge/", reviews.judge_account, name="judge_account"),
    path(f"{REVIEW}/sign/", reviews.sign_review, name="sign_review"),
    path("tokens/", tokens.view_tokens, name="view_tokens"),
    path("tokens/make/", tokens.make_token, name="make_token"),
    path("tokens/<uuid:token_id>/revoke/", tokens.revoke_token, name="revoke_token"),
]
