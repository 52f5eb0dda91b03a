"""What was given to other agencies, and the agreements under which it was."""

from django.urls import path

from maintenance.retention.views import agreements, disseminations

urlpatterns = [
    path("given-out/", disseminations.view_disseminations, name="view_disseminations"),
    path("given-out/export/", disseminations.export_disseminations, name="export_disseminations"),
    path("given-out/<uuid:dissemination_id>/", disseminations.view_dissemination, name="view_dissemination"),
    path("of/<uuid:dealer_id>/given-out/", disseminations.view_disseminations_of, name="view_disseminations_of"),
    path("of/<uuid:dealer_id>/given-out/log/", disseminations.log_dissemination, name="log_dissemination"),
    path("agreements/", agreements.view_agreements, name="view_agreements"),
    path("agreements/add/", agreements.add_agreement, name="add_agreement"),
    path("agreements/<uuid:agreement_id>/", agreements.view_agreement, name="view_agreement"),
    path("agreements/<uuid:agreement_id>/change/", agreements.change_agreement, name="change_agreement"),
]
