from django.urls import path

from callins.views import invitations as views

PERSON = "call-ins/<uuid:call_in_id>/{}/<uuid:dealer_id>/"
ONE = "call-ins/invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("call-ins/<uuid:call_in_id>/invited/", views.view_invitations, name="view_invitations"),
    path(PERSON.format("invite"), views.invite_dealer, name="invite_dealer"),
    path(PERSON.format("keep-warrant-promise"), views.keep_warrant_promise, name="keep_warrant_promise"),
    path(PERSON.format("override-bar"), views.override_bar, name="override_bar"),
    path(ONE, views.view_invitation, name="view_invitation"),
    path(f"{ONE}withdraw/", views.withdraw_invitation, name="withdraw_invitation"),
    path(f"{ONE}record-counsel/", views.record_counsel, name="record_counsel"),
    path(f"{ONE}record-rsvp/", views.record_rsvp, name="record_rsvp"),
    path(f"{ONE}arrange-attendance/", views.arrange_attendance, name="arrange_attendance"),
    path(f"{ONE}log-influential-contact/", views.log_influential_contact, name="log_influential_contact"),
]
