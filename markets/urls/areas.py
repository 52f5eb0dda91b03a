from django.urls import path

from markets.views import areas

urlpatterns = [
    path("<uuid:market_id>/map/", areas.view_map, name="view_map"),
    path("<uuid:market_id>/draw-area/", areas.draw_area, name="draw_area"),
    path("<uuid:market_id>/upload-background/", areas.upload_background, name="upload_background"),
]
