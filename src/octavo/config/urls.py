"""Every address that Octavo answers."""

from django.urls import include, path

urlpatterns = [path("", include("octavo.web.urls"))]

handler404 = "octavo.web.pages.missing"
handler500 = "octavo.web.pages.failed"
