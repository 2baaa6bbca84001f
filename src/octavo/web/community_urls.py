"""The addresses of the discussions' pages."""

from django.urls import re_path

from octavo.web import comment_acts, community, moderation, notifications

LANGUAGE = r"(?P<language>[a-z]{2})"
STORY = rf"^{LANGUAGE}/discussion/(?P<story>[0-9]{{1,18}})"
COMMENT = rf"^{LANGUAGE}/comment/(?P<identity>[0-9]{{1,18}})"
PERSON = rf"^{LANGUAGE}/person/(?P<name>[^/]{{1,150}})"

urlpatterns = [
    re_path(rf"{STORY}$", community.discussion),
    re_path(rf"{STORY}/fresh$", community.fresh),
    re_path(rf"{STORY}/moderate$", moderation.moderate_discussion),
    re_path(rf"{COMMENT}$", community.comment),
    re_path(rf"{COMMENT}/answer$", community.answer),
    re_path(rf"{COMMENT}/edit$", comment_acts.edit),
    re_path(rf"{COMMENT}/erase$", comment_acts.erase),
    re_path(rf"{COMMENT}/history$", comment_acts.history),
    re_path(rf"{COMMENT}/react$", comment_acts.react),
    re_path(rf"{COMMENT}/report$", comment_acts.report),
    re_path(rf"{COMMENT}/moderate$", moderation.moderate_comment),
    re_path(rf"{PERSON}$", comment_acts.person),
    re_path(rf"{PERSON}/mute$", comment_acts.mute),
    re_path(rf"{PERSON}/ban$", moderation.ban),
    re_path(rf"^{LANGUAGE}/notifications$", notifications.notifications),
    re_path(rf"^{LANGUAGE}/moderation$", moderation.queue),
    re_path(rf"^{LANGUAGE}/moderation/log$", moderation.log),
]
