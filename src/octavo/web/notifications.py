"""What a person is told of answers, mentions and moderators' acts."""

from django.http import HttpRequest, HttpResponse

from octavo.accounts.roles import Act
from octavo.community import notifying, overseeing
from octavo.core.clock import utc_now
from octavo.web.community_frame import talking, viewer
from octavo.web.person import allowed, person_of
from octavo.web.rendering import rendered


@talking("GET")
@allowed(Act.KEEP)
def notifications(request: HttpRequest) -> HttpResponse:
    """Show what is new and what was; from now on it is no longer new."""
    person, now = person_of(request), utc_now()
    assert person is not None
    looking = viewer(request)
    page = rendered(
        request,
        "notifications.html",
        notifications=overseeing.notifications(person, looking, now),
        ban=overseeing.standing_ban(person, now),
    )
    notifying.mark_seen(person, now)
    return page
