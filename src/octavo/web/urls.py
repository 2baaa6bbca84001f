"""The addresses of Octavo's pages."""

from django.urls import include, path, re_path

from octavo.web import acts, assets, demo, desk, editions, pages, pictures, preferences, push, service

LANGUAGE = r"(?P<language>[a-z]{2})"
EDITION = r"(?P<slug>[a-z0-9-]{1,60})"
IDENTITY = r"(?P<identity>[0-9]{1,18})"

urlpatterns = [
    path("", service.home),
    path("healthz", service.health),
    path("manifest.webmanifest", service.manifest),
    path("sw.js", service.worker),
    path("robots.txt", service.robots),
    path("favicon.ico", service.favicon),
    path("push/<str:token>", push.callback),
    path("static/<str:digest>/<path:path>", assets.asset),
    path("picture/<str:signature>/<int:width>/<str:encoded>", pictures.picture),
    path("demo/<str:host>/<path:path>", demo.original),
    path("demo/<str:host>/", demo.original, {"path": ""}),
    re_path(rf"^{LANGUAGE}/$", pages.front),
    re_path(rf"^{LANGUAGE}/edition/{EDITION}$", editions.front),
    re_path(rf"^{LANGUAGE}/edition/{EDITION}/why$", editions.why),
    re_path(rf"^{LANGUAGE}/edition/{EDITION}/file$", editions.file),
    re_path(rf"^{LANGUAGE}/edition/{EDITION}/change$", editions.change),
    re_path(rf"^{LANGUAGE}/edition/{EDITION}/remove$", editions.remove),
    re_path(rf"^{LANGUAGE}/editions$", editions.listing),
    re_path(rf"^{LANGUAGE}/editions/new$", editions.make),
    re_path(rf"^{LANGUAGE}/editions/import$", editions.take),
    re_path(rf"^{LANGUAGE}/why$", pages.why),
    re_path(rf"^{LANGUAGE}/offline$", pages.offline),
    re_path(rf"^{LANGUAGE}/progress$", pages.progress),
    re_path(rf"^{LANGUAGE}/search$", pages.search),
    path("acts", acts.acts),
    re_path(rf"^{LANGUAGE}/act$", acts.act),
    re_path(rf"^{LANGUAGE}/saved$", desk.saved),
    re_path(rf"^{LANGUAGE}/saved/paths$", desk.saved_paths),
    re_path(rf"^{LANGUAGE}/history$", desk.history),
    re_path(rf"^{LANGUAGE}/history/forget$", desk.forget_history),
    re_path(rf"^{LANGUAGE}/following$", desk.following),
    re_path(rf"^{LANGUAGE}/share$", desk.share),
    re_path(rf"^{LANGUAGE}/share/subscribe$", desk.subscribe),
    re_path(rf"^{LANGUAGE}/settings$", preferences.settings_page),
    re_path(rf"^{LANGUAGE}/look$", preferences.choose_look),
    re_path(rf"^{LANGUAGE}/devices$", preferences.add_device),
    re_path(rf"^{LANGUAGE}/devices/forget$", preferences.forget_device),
    re_path(rf"^{LANGUAGE}/story/{IDENTITY}(?:/(?P<slug>[^/]*))?$", pages.story),
    re_path(rf"^{LANGUAGE}/article/{IDENTITY}(?:/(?P<slug>[^/]*))?$", pages.article),
    re_path(rf"^{LANGUAGE}/article/{IDENTITY}/compare/(?P<original>[0-9]{{1,18}})$", pages.compare),
    re_path(rf"^{LANGUAGE}/thread/{IDENTITY}(?:/(?P<slug>[^/]*))?$", pages.thread),
    re_path(rf"^{LANGUAGE}/hashtag/(?P<name>[^/]+)$", pages.hashtag),
    re_path(rf"^{LANGUAGE}/category/(?P<slug>[^/]+)$", pages.category),
    re_path(rf"^{LANGUAGE}/publisher/(?P<slug>[^/]+)$", pages.publisher),
    path("", include("octavo.web.community_urls")),
]
