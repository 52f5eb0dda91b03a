from django.urls import path

from dealers.views import imports

urlpatterns = [path("import/", imports.import_dealers, name="import_dealers")]
