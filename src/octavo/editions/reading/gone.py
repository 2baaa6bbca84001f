"""Whether what an address names was here once."""

from django.db import connection
from django.db.models import Model

from octavo.extract.models import Article
from octavo.stories.models import Story


def was_article(article_id: int) -> bool:
    """Tell whether an article had this number; it is here no more where it cannot be seen."""
    return _was(Article, article_id)


def was_story(story_id: int) -> bool:
    """Tell whether a story had this number."""
    return _was(Story, story_id)


def _was(kind: type[Model], identity: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, 'id'))", [kind._meta.db_table])
        (last,) = cursor.fetchone()
    return 0 < identity <= (last or 0)
