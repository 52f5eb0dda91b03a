from django.urls import path

from dealers.views import duplicates

urlpatterns = [
    path("log/alike/", duplicates.alike, name="alike"),
    path("pointers/", duplicates.view_pointers, name="view_pointers"),
    path("pointers/<uuid:pointer_id>/danger/", duplicates.see_danger, name="see_danger"),
    path("pointers/<uuid:pointer_id>/acknowledge/", duplicates.acknowledge_pointer, name="acknowledge_pointer"),
    path("pointers/<uuid:pointer_id>/review-danger/", duplicates.review_danger, name="review_danger"),
    path("<uuid:dealer_id>/duplicates/", duplicates.find_duplicates, name="find_duplicates"),
    path("<uuid:dealer_id>/judge-match/<uuid:other_id>/", duplicates.judge_match, name="judge_match"),
]
