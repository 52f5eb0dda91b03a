from django.urls import path

from dealers.views import facts

urlpatterns = [
    path("<uuid:dealer_id>/log-alias/", facts.log_alias, name="log_alias"),
    path("<uuid:dealer_id>/log-birth-date/", facts.log_birth_date, name="log_birth_date"),
    path("<uuid:dealer_id>/log-address/", facts.log_address, name="log_address"),
    path("<uuid:dealer_id>/log-phone/", facts.log_phone, name="log_phone"),
    path("<uuid:dealer_id>/log-vehicle/", facts.log_vehicle, name="log_vehicle"),
    path("<uuid:dealer_id>/log-handle/", facts.log_handle, name="log_handle"),
    path("<uuid:dealer_id>/log-influential/", facts.log_influential, name="log_influential"),
    path("<uuid:dealer_id>/log-involvement/", facts.log_involvement, name="log_involvement"),
    path("<uuid:dealer_id>/correct/", facts.correct_dealer, name="correct_dealer"),
    path("<uuid:dealer_id>/alias/<uuid:alias_id>/correct/", facts.correct_alias, name="correct_alias"),
    path(
        "<uuid:dealer_id>/birth-date/<uuid:birth_date_id>/correct/", facts.correct_birth_date, name="correct_birth_date"
    ),
    path("<uuid:dealer_id>/address/<uuid:address_id>/correct/", facts.correct_address, name="correct_address"),
    path("<uuid:dealer_id>/phone/<uuid:phone_id>/correct/", facts.correct_phone, name="correct_phone"),
    path("<uuid:dealer_id>/vehicle/<uuid:vehicle_id>/correct/", facts.correct_vehicle, name="correct_vehicle"),
    path("<uuid:dealer_id>/handle/<uuid:handle_id>/correct/", facts.correct_handle, name="correct_handle"),
    path(
        "<uuid:dealer_id>/influential/<uuid:influential_id>/correct/", facts.correct_influential,
        name="correct_influential",
    ),
    path(
        "<uuid:dealer_id>/involvement/<uuid:involvement_id>/correct/", facts.correct_involvement,
        name="correct_involvement",
    ),
    path("<uuid:dealer_id>/caution/<uuid:caution_id>/correct/", facts.correct_caution, name="correct_caution"),
    path("<uuid:dealer_id>/photo/<uuid:photo_id>/correct/", facts.correct_photo, name="correct_photo"),
    path(
        "<uuid:dealer_id>/supervision/<uuid:supervision_id>/correct/", facts.correct_supervision,
        name="correct_supervision",
    ),
    path("<uuid:dealer_id>/<fact:kind>/<uuid:fact_id>/withdraw/", facts.withdraw_fact, name="withdraw_fact"),
    path("<uuid:dealer_id>/validate/", facts.validate_record, name="validate_record"),
]  # fmt: skip
