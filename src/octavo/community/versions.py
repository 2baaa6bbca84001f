"""When the comments on a page are others than they were."""

import re

from django.db import connection

_PAGE = re.compile(r"/[a-z]{2}/(story|discussion|article)/([0-9]{1,18})(?![0-9])")
_OF_STORY = "SELECT version, story_id FROM community_discussion WHERE story_id = %s"
_OF_ARTICLE = """
SELECT version, story_id FROM community_discussion
WHERE story_id = (SELECT story_id FROM stories_membership WHERE article_id = %s)
"""
"""Written out, since every page asks: through the models it takes three times as long."""


def discussion_version(path: str) -> tuple[int, int] | None:
    """Return what changes with the comments that the page at `path` shows; None for a page that shows none.

    Host and query may stand around the path, and anything after a space.
    Only the pages of one story and of its articles are made anew when somebody comments on it.
    """
    found = _PAGE.search(path)
    if not found:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_OF_ARTICLE if found[1] == "article" else _OF_STORY, [int(found[2])])
        return cursor.fetchone()  # type: ignore[no-any-return]
