from django.urls import path

from callins.views import offers as views

ONE = "call-ins/offers/<uuid:offer_id>/"

urlpatterns = [
    path("call-ins/invitations/<uuid:invitation_id>/make-offer/", views.make_offer, name="make_offer"),
    path(f"{ONE}answer/", views.answer_offer, name="answer_offer"),
    path(f"{ONE}sign/", views.sign_agreement, name="sign_agreement"),
    path(f"{ONE}sheet/", views.download_agreement_sheet, name="download_agreement_sheet"),
    path(f"{ONE}agreement/", views.download_agreement, name="download_agreement"),
]
