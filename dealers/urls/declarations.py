from django.urls import path

from dealers.views import declarations

MARKET = "markets/<uuid:market_id>"
DECLARATION = "declarations/<uuid:declaration_id>"

urlpatterns = [
    path(f"{MARKET}/declare-list-complete/", declarations.declare_list_complete, name="declare_list_complete"),
    path(f"{DECLARATION}/confirm/", declarations.confirm_list_complete, name="confirm_list_complete"),
    path(f"{DECLARATION}/reopen/", declarations.reopen_list, name="reopen_list"),
]
