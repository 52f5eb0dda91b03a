from django.urls import path

from markets.views import impact

urlpatterns = [
    path("<uuid:market_id>/impact/", impact.view_impact, name="view_impact"),
    path("<uuid:market_id>/impact/export/", impact.export_impact, name="export_impact"),
    path("<uuid:market_id>/impact/freeze-baseline/", impact.freeze_baseline, name="freeze_baseline"),
    path("<uuid:market_id>/impact/replace-baseline/", impact.replace_baseline, name="replace_baseline"),
]
