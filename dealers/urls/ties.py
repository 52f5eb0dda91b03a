from django.urls import path

from dealers.views import ties

urlpatterns = [
    path("<uuid:dealer_id>/ties/<uuid:tie_id>/correct/", ties.correct_tie, name="correct_tie"),
    path("<uuid:dealer_id>/ties/<uuid:tie_id>/withdraw/", ties.withdraw_tie, name="withdraw_tie"),
]
