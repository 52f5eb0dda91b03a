from django.urls import path

from callins.dtc.views import acts, participants

app_name = "dtc"
ONE = "participants/<uuid:participant_id>/"
TEST = "tests/<uuid:drug_test_id>/"
CONSENT = "consents/<uuid:consent_id>/"
urlpatterns = [
    path("", participants.view_desk, name="view_desk"),
    path("participants/", participants.view_participants, name="view_participants"),
    path("participants/enrol/", acts.enrol_participant, name="enrol_participant"),
    path(ONE, participants.view_participant, name="view_participant"),
    path(f"{ONE}attendance/", acts.record_attendance, name="record_attendance"),
    path(f"{ONE}task/", acts.complete_task, name="complete_task"),
    path(f"{ONE}pause/", acts.begin_pause, name="begin_pause"),
    path(f"{ONE}end-pause/", acts.end_pause, name="end_pause"),
    path(f"{ONE}advance/", acts.advance_participant, name="advance_participant"),
    path(f"{ONE}graduate/", acts.graduate_participant, name="graduate_participant"),
    path(f"{ONE}withdraw/", acts.withdraw_participant, name="withdraw_participant"),
    path(f"{ONE}terminate/", acts.terminate_participant, name="terminate_participant"),
    path(f"{ONE}test/", acts.order_test, name="order_test"),
    path("roll/", participants.view_roll, name="view_roll"),
    path(f"{TEST}notice/", acts.notify_test, name="notify_test"),
    path(f"{TEST}collection/", acts.record_collection, name="record_collection"),
    path(f"{TEST}missed/", acts.record_missed_test, name="record_missed_test"),
    path(f"{TEST}result/", acts.record_result, name="record_result"),
    path(f"{ONE}response/", acts.log_response, name="log_response"),
    path(f"{ONE}self-report/", acts.log_self_report, name="log_self_report"),
    path(f"{ONE}decide-relapse/", acts.decide_relapse, name="decide_relapse"),
    path(f"{ONE}prescription/", acts.log_prescription, name="log_prescription"),
    path(f"{ONE}consent/", acts.record_consent, name="record_consent"),
    path("responses/<uuid:response_id>/close/", acts.close_sanction, name="close_sanction"),
    path(f"{CONSENT}revoke/", acts.revoke_consent, name="revoke_consent"),
    path(f"{CONSENT}report/", acts.report_status, name="report_status"),
]
