from django.urls import path

from dealers.views import chart_files, charts

urlpatterns = [
    path("markets/<uuid:market_id>/chart/", charts.view_chart, name="view_chart"),
    path("markets/<uuid:market_id>/chart/analyse/", charts.analyse_chart, name="analyse_chart"),
    path("markets/<uuid:market_id>/chart/analysis/", charts.view_analysis, name="view_analysis"),
    path("markets/<uuid:market_id>/chart/save/", charts.save_chart, name="save_chart"),
    path("markets/<uuid:market_id>/chart/export/", chart_files.export_chart, name="export_chart"),
    path("markets/<uuid:market_id>/chart/print/", chart_files.print_chart, name="print_chart"),
    path("charts/<uuid:chart_id>/delete/", charts.delete_chart, name="delete_chart"),
]
