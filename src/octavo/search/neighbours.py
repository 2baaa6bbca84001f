"""Stories whose articles share words with a story's titles: the few among which related ones are looked for."""

from datetime import datetime, timedelta

from django.db import connection

from octavo.extract.models import Article
from octavo.search.folding import fold
from octavo.search.store import quoted
from octavo.stories.models import Story

NEIGHBOURS_COUNT = 60
READ_COUNT = 400
"""Newest matching articles that are ranked; ranking every match of a common word would be slow at the tail."""
TITLE_TOKENS_COUNT = 40
SPAN = timedelta(days=14)

_FIND = """
    WITH matching AS (
        SELECT i.article_id, i.tokens FROM search_indexedarticle i JOIN extract_article a ON a.id = i.article_id
        WHERE i.tokens @@ %(query)s::tsquery AND a.moment BETWEEN %(begins)s AND %(ends)s
        ORDER BY a.moment DESC LIMIT %(read)s
    )
    SELECT m.story_id FROM matching JOIN stories_membership m USING (article_id)
    WHERE m.story_id <> %(story)s
    GROUP BY m.story_id ORDER BY max(ts_rank(tokens, %(query)s::tsquery)) DESC, m.story_id LIMIT %(count)s
"""


def neighbours(story_id: int) -> list[int]:
    """Return the ids of up to NEIGHBOURS_COUNT stories near `story_id` in words and time, nearest first."""
    story = Story.objects.filter(id=story_id).first()
    tokens = _title_tokens(story_id)
    if story is None or not tokens:
        return []
    query = " | ".join(map(quoted, tokens))
    arguments: dict[str, str | int | datetime] = {
        "query": query,
        "story": story_id,
        "begins": story.began - SPAN,
        "ends": story.latest + SPAN,
        "read": READ_COUNT,
        "count": NEIGHBOURS_COUNT,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FIND, arguments)
        return [row[0] for row in cursor.fetchall()]


def _title_tokens(story_id: int) -> list[str]:
    titles = Article.objects.filter(membership__story=story_id, copy__isnull=True).order_by("moment", "url")
    tokens = [token for title in titles.values_list("title", flat=True)[:8] for token in fold(title)]
    return [token for token in dict.fromkeys(tokens) if len(token) > 2 or not token.isascii()][:TITLE_TOKENS_COUNT]
