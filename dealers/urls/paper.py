from django.urls import path

from dealers.views import paper

urlpatterns = [
    path("<uuid:dealer_id>/print/", paper.print_dossier, name="print_dossier"),
    path("<uuid:dealer_id>/download/", paper.download_dossier, name="download_dossier"),
]
