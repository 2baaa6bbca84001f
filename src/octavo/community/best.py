"""The best of a discussion, found when it changes, so that the pages of its story need not look for it."""

from django.db.models import Count, Q

from octavo.community.arranging import Node, Order, arranged
from octavo.community.constants import BEST_COUNT
from octavo.community.deciding import State
from octavo.community.models import Comment
from octavo.community.reactions import ReactionKind


def best_of(story_id: int) -> list[int]:
    """Return the ids of the best comments that answer the story itself, the best first; at most BEST_COUNT."""
    rows = Comment.objects.filter(story=story_id, parent=None, state=State.SHOWN).annotate(
        worth=Count("reactions", filter=Q(reactions__kind=ReactionKind.WORTH)),
        off=Count("reactions", filter=Q(reactions__kind=ReactionKind.OFF_TOPIC)),
    )
    nodes = [
        Node(pk, None, written, worth, off)
        for pk, written, worth, off in rows.values_list("pk", "written", "worth", "off")
    ]
    return [one.id for one in arranged(nodes, Order.BEST)[:BEST_COUNT]]
