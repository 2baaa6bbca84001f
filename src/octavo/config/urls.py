"""Every address that Octavo answers."""

from pathlib import Path

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import include, path, re_path, reverse_lazy
from django.views.generic import RedirectView
from django.views.static import serve

admin.autodiscover()
admin.site.site_header = admin.site.site_title = "Octavo"
_static = Path(admin.__file__).parent / "static"

_to_sign_in = RedirectView.as_view(url=reverse_lazy("account_login"), query_string=True)
_password = RedirectView.as_view(url=reverse_lazy("account_change_password"))


def _sign_in(request: HttpRequest) -> HttpResponseBase:
    """Lead to the one page for signing in; who is signed in and may not see the admin would be led back for ever."""
    if request.user.is_authenticated and not admin.site.has_permission(request):
        raise PermissionDenied
    return _to_sign_in(request)


urlpatterns = [
    re_path(r"^admin/static/(?P<path>[A-Za-z0-9_./-]{1,200})$", serve, {"document_root": _static}),
    path("admin/login/", _sign_in),
    path("admin/password_change/", _password),
    path("admin/", admin.site.urls),
    path("", include("octavo.web.urls")),
    *i18n_patterns(path("", include("octavo.web.account_urls"))),
]

handler403 = "octavo.web.errors.forbidden"
handler404 = "octavo.web.errors.missing"
handler429 = "octavo.web.errors.too_many"
handler500 = "octavo.web.errors.failed"
