"""When the comments on a page are others than they were."""

import re

from octavo.community.models import Discussion

_PAGE = re.compile(r"/[a-z]{2}/(story|discussion|article)/([0-9]{1,18})(?![0-9])")


def discussion_version(path: str) -> tuple[int, int] | None:
    """Return what changes with the comments that the page at `path` shows; None for a page that shows none.

    Host and query may stand around the path, and anything after a space.

    Only the pages of one story and of its articles are made anew when somebody comments on it.
    """
    found = _PAGE.search(path)
    if not found:
        return None
    by = "story__memberships__article" if found[1] == "article" else "story"
    return Discussion.objects.filter(**{by: int(found[2])}).values_list("version", "story_id").first()
