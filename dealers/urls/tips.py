from django.urls import path

from dealers.views import tips

urlpatterns = [
    path("tips/", tips.view_tips, name="view_tips"),
    path("tips/log/", tips.log_tip, name="log_tip"),
    path("tips/<uuid:tip_id>/", tips.view_tip, name="view_tip"),
    path("tips/<uuid:tip_id>/promote/", tips.promote_tip, name="promote_tip"),
    path("tips/<uuid:tip_id>/file/", tips.file_tip, name="file_tip"),
]
