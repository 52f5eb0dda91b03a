from django.urls import path

from dealers.cases.views import court

urlpatterns = [
    path("prosecutions/", court.view_prosecutions, name="view_prosecutions"),
    path("prosecutions/<uuid:prosecution_id>/", court.view_prosecution, name="view_prosecution"),
    path("prosecutions/<uuid:prosecution_id>/add-charge/", court.add_charge, name="add_charge"),
    path("prosecutions/<uuid:prosecution_id>/change-custody/", court.change_custody, name="change_custody"),
    path("prosecutions/<uuid:prosecution_id>/set-hearing/", court.set_hearing, name="set_hearing"),
    path("prosecutions/<uuid:prosecution_id>/record-outcome/", court.record_outcome, name="record_outcome"),
    path(
        "prosecutions/<uuid:prosecution_id>/confirm-custody/<uuid:match_id>/", court.confirm_custody,
        name="confirm_custody",
    ),
    path("dealers/<uuid:dealer_id>/court/", court.view_court, name="view_court"),
    path("dealers/<uuid:dealer_id>/record-arrest/", court.record_arrest, name="record_arrest"),
    path("dealers/<uuid:dealer_id>/log-warrant/", court.log_warrant, name="log_warrant"),
    path("warrants/<uuid:warrant_id>/confirm/", court.confirm_warrant, name="confirm_warrant"),
    path("warrants/<uuid:warrant_id>/close/", court.close_warrant, name="close_warrant"),
]  # fmt: skip
