from django.urls import path

from dealers.cases.views import buys

urlpatterns = [
    path("buys/", buys.view_buys, name="view_buys"),
    path("buys/log/", buys.log_buy, name="log_buy"),
    path("buys/<uuid:buy_id>/", buys.view_buy, name="view_buy"),
    path("buys/<uuid:buy_id>/correct/", buys.correct_buy, name="correct_buy"),
    path("buys/<uuid:buy_id>/send-to-lab/", buys.send_to_lab, name="send_to_lab"),
    path("buys/<uuid:buy_id>/record-lab-result/", buys.record_lab_result, name="record_lab_result"),
    path("health-alerts/", buys.view_health_alerts, name="view_health_alerts"),
]
