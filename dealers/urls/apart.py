from django.urls import path

from dealers.views import apart

urlpatterns = [
    path("sealed/", apart.view_sealed, name="view_sealed"),
    path("juveniles/", apart.view_juveniles, name="view_juveniles"),
    path("<uuid:dealer_id>/seal/", apart.seal_record, name="seal_record"),
    path("<uuid:dealer_id>/unseal/", apart.unseal_record, name="unseal_record"),
]
