"""Every address that Octavo answers."""

from django.urls import include, path

urlpatterns = [path("", include("octavo.web.urls"))]
