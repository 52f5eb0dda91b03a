from django.urls import path

from callins.views import deliveries, letter_templates, letters

OF_CALL_IN = "call-ins/<uuid:call_in_id>/letters/"
ONE = "call-ins/letters/<uuid:letter_id>/"
TEMPLATES = "call-ins/letter-templates/"

urlpatterns = [
    path(OF_CALL_IN, letters.view_letters, name="view_letters"),
    path(f"{OF_CALL_IN}progress/", letters.view_letters_progress, name="view_letters_progress"),
    path(f"{OF_CALL_IN}ask/", letters.ask_for_letters, name="ask_for_letters"),
    path(f"{OF_CALL_IN}download/", letters.download_letters, name="download_letters"),
    path(f"{ONE}download/", letters.download_letter, name="download_letter"),
    path(f"{ONE}retry/", letters.retry_letter, name="retry_letter"),
    path(f"{ONE}log-service-attempt/", deliveries.log_service_attempt, name="log_service_attempt"),
    path("call-ins/deliveries/", deliveries.view_deliveries, name="view_deliveries"),
    path(TEMPLATES, letter_templates.view_letter_templates, name="view_letter_templates"),
    path(f"{TEMPLATES}<uuid:template_id>/", letter_templates.view_letter_template, name="view_letter_template"),
    path(f"{TEMPLATES}<uuid:template_id>/write/", letter_templates.write_letter_template, name="write_letter_template"),
]
