from django.urls import path

from callins.views import check_ins, support_contacts

urlpatterns = [
    path("check-ins/", check_ins.view_check_ins, name="view_check_ins"),
    path("check-ins/route/", check_ins.view_route, name="view_route"),
    path("check-ins/schedule/", check_ins.schedule_check_ins, name="schedule_check_ins"),
    path("check-ins/<uuid:schedule_id>/", check_ins.view_schedule, name="view_schedule"),
    path("check-ins/<uuid:schedule_id>/change/", check_ins.change_check_ins, name="change_check_ins"),
    path("check-ins/<uuid:schedule_id>/end/", check_ins.end_check_ins, name="end_check_ins"),
    path("check-ins/<uuid:schedule_id>/log/", check_ins.log_check_in, name="log_check_in"),
    path("check-ins/<uuid:schedule_id>/no-answer/", check_ins.log_no_answer, name="log_no_answer"),
    path("support-contacts/", support_contacts.view_support_contacts, name="view_support_contacts"),
    path("support-contacts/add/", support_contacts.add_support_contact, name="add_support_contact"),
    path(
        "support-contacts/<uuid:support_contact_id>/end/", support_contacts.end_support_contact,
        name="end_support_contact",
    ),
]  # fmt: skip
