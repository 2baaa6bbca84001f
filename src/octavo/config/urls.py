"""Every address that Octavo answers."""

from pathlib import Path

from django.contrib import admin
from django.urls import include, path
from django.views.static import serve

admin.autodiscover()
admin.site.site_header = admin.site.site_title = "Octavo"
admin.site.site_url = None

urlpatterns = [
    path("admin/static/<path:path>", serve, {"document_root": Path(admin.__file__).parent / "static"}),
    path("admin/", admin.site.urls),
    path("", include("octavo.web.urls")),
]

handler403 = "octavo.web.pages.forbidden"
handler404 = "octavo.web.pages.missing"
handler500 = "octavo.web.pages.failed"
