"""The demo's people talk about its stories; they go with it when real news comes."""

from collections.abc import Collection
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from octavo.accounts.models import User
from octavo.community import writing
from octavo.community.models import Comment, Reaction
from octavo.community.store import locked_discussion, refresh
from octavo.core.clock import utc_now
from octavo.demo.talk import Remark, remarks, talkers
from octavo.extract.models import Article
from octavo.sources.models import Publisher

MAIL = "demo.example"
"""What stands behind the @ of the invented people's addresses, by which they are known when they are to go."""


def talk(story_ids: Collection[int]) -> None:
    """Write what the demo's people say of these stories, where the house holds nothing but the demo.

    Written again it stays the same; to be called in a transaction.
    """
    if not Publisher.objects.filter(is_demo=True).exists() or Publisher.objects.filter(is_demo=False).exists():
        return
    titles = {one.title for one in remarks()}
    articles = Article.objects.filter(publisher__is_demo=True, title__in=titles, membership__story__in=story_ids)
    by_title = {row.title: row for row in articles.select_related("membership")}
    known = {row.key: row for row in Comment.objects.filter(key__in=[_key(one.id) for one in remarks()])}
    fresh = [one for one in remarks() if one.title in by_title and _key(one.id) not in known]
    if not fresh:
        return
    people = _people()
    if people is None:
        return
    for one in fresh:
        row = _written(one, by_title[one.title], people)
        for kind, names in one.reactions.items():
            Reaction.objects.bulk_create(Reaction(comment=row, person=people[name], kind=kind) for name in names)
    for story in sorted({by_title[one.title].membership.story_id for one in fresh}):
        refresh(locked_discussion(story))


def _key(remark: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://{MAIL}/{remark}")


def _people() -> dict[str, User] | None:
    """Return the invented people by name; None where one of the names is a real person's."""
    known = {one.username: one for one in User.objects.filter(username__in=talkers())}
    if any(one.email != f"{name}@{MAIL}" for name, one in known.items()):
        return None
    fresh = {name: User.objects.create_user(name, f"{name}@{MAIL}") for name in sorted(talkers() - known.keys())}
    return known | fresh


def _written(remark: Remark, article: Article, people: dict[str, User]) -> Comment:
    called = [name for name in writing.mentioned(remark.text) if name in people]
    return Comment.objects.create(
        story_id=article.membership.story_id,
        author=people[remark.by],
        parent=Comment.objects.filter(key=_key(remark.answers)).first() if remark.answers else None,
        text=remark.text.strip(),
        people=called,
        written=min(article.moment + timedelta(minutes=remark.minutes), utc_now()),
        key=_key(remark.id),
    )


def leave() -> None:
    """Let the demo's people go, and what they said where a story of the demo lives on with real articles."""
    said = Comment.objects.filter(key__in=[_key(one.id) for one in remarks()])
    stories = sorted(set(said.values_list("story_id", flat=True)))
    said.delete()
    for story in stories:
        refresh(locked_discussion(story))
    User.objects.filter(username__in=talkers(), email__endswith=f"@{MAIL}", last_login=None).delete()
