"""Discussions as pages show them, read as frozen values for one viewer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Count, Q

from octavo.accounts.models import User
from octavo.accounts.roles import Act, Role, may
from octavo.community import people
from octavo.community.arranging import Node, Order, Placed, arranged, page_of, sheet
from octavo.community.deciding import Mode, Scene, State, may_change, may_see
from octavo.community.models import Comment, Discussion, Reaction
from octavo.community.reactions import ReactionKind
from octavo.community.store import mode, scene


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, as far as it matters."""

    id: int | None = None
    role: Role | None = None
    muted: frozenset[int] = frozenset()
    is_banned: bool = False

    @property
    def moderates(self) -> bool:
        return may(self.role, Act.MODERATE)


NOBODY = Viewer()


def viewer_of(person: User | None, now: datetime) -> Viewer:
    if person is None:
        return NOBODY
    return Viewer(person.pk, people.role_of(person), people.mutes_of(person), people.is_banned(person, now))


@dataclass(frozen=True, slots=True)
class CommentCard:
    """One comment."""

    id: int
    story: int
    author: str
    """A name; "" where the account is gone."""
    author_id: int | None
    """None without an account."""
    author_role: Role | None
    state: State
    text: str
    """"" where the viewer may not read it."""
    people: tuple[str, ...]
    """The names in the text that are somebody's."""
    written: datetime
    edited: datetime | None
    edits_count: int
    held_for: str
    is_own: bool
    may_edit: bool
    is_muted: bool
    is_readable: bool
    depth: int = 0
    answers_to: tuple[int, str] | None = None
    """Id and author of what it answers, where the page's shape does not show it."""
    reactions: Mapping[ReactionKind, int] = field(default_factory=dict)
    own_reactions: frozenset[ReactionKind] = frozenset()


@dataclass(frozen=True, slots=True)
class DiscussionView:
    """A page of a discussion."""

    story: int
    comments: tuple[CommentCard, ...]
    count: int
    """Comments that are shown, on all pages."""
    order: Order
    page: int
    pages_count: int
    newest: int
    """The highest comment id seen."""
    scene: Scene


@dataclass(frozen=True, slots=True)
class DiscussionCard:
    """What the pages of a story and of its articles show of its discussion."""

    story: int
    count: int
    best: tuple[CommentCard, ...]
    is_locked: bool = False
    """Said only where nobody has written anything."""


def discussion_card(story_id: int, now: datetime) -> DiscussionCard | None:
    """Return what everybody sees of a story's comments; None where the house has none."""
    if mode() is Mode.OFF:
        return None
    row = Discussion.objects.filter(pk=story_id).first()
    if row is None or not row.comments_count:
        return DiscussionCard(story_id, 0, (), scene(story_id).is_locked)
    known = {one.pk: one for one in Comment.objects.filter(pk__in=row.best).select_related("author")}
    best = tuple(_card(known[one], NOBODY, now) for one in row.best if one in known)
    return DiscussionCard(story_id, row.comments_count, best)


def discussion_view(
    story_id: int, viewer: Viewer, now: datetime, *, order: Order, page: int = 1, comment: int | None = None
) -> DiscussionView:
    """Return a page of a story's comments; with `comment`, the page on which that stands."""
    known = nodes(story_id, viewer)
    placed = arranged(known, order)
    cut = sheet(placed, {one.id: one.parent for one in known}, page_of(placed, comment) if comment else page)
    row = Discussion.objects.filter(pk=story_id).first()
    return DiscussionView(
        story=story_id,
        comments=cards(cut.placed, viewer, now),
        count=row.comments_count if row else 0,
        order=order,
        page=cut.page,
        pages_count=cut.pages_count,
        newest=max((one.id for one in known), default=0),
        scene=scene(story_id),
    )


def placed_in(story_id: int, viewer: Viewer, order: Order) -> tuple[Placed, ...]:
    """Return all comments of a story that the viewer sees, at their places."""
    return arranged(nodes(story_id, viewer), order)


def nodes(story_id: int, viewer: Viewer) -> list[Node]:
    """Return all comments of a story as far as their places depend on them."""
    votes = Q(reactions__kind__in=(ReactionKind.WORTH, ReactionKind.OFF_TOPIC))
    counted = {
        row["pk"]: (row["worth"], row["off"])
        for row in Comment.objects.filter(votes, story=story_id)
        .values("pk")
        .annotate(
            worth=Count("reactions", filter=Q(reactions__kind=ReactionKind.WORTH)),
            off=Count("reactions", filter=Q(reactions__kind=ReactionKind.OFF_TOPIC)),
        )
    }
    rows = Comment.objects.filter(story=story_id).values_list("id", "parent_id", "written", "state", "author_id")
    return [
        Node(one, parent, written, *counted.get(one, (0, 0)), is_seen=_is_seen(State(state), author, viewer))
        for one, parent, written, state, author in rows
    ]


def _is_seen(state: State, author: int | None, viewer: Viewer) -> bool:
    return may_see(viewer.role, state, is_writer=viewer.id is not None and author == viewer.id)


def cards(placed: Sequence[Placed], viewer: Viewer, now: datetime) -> tuple[CommentCard, ...]:
    """Return the comments at their places."""
    ids = {one.id for one in placed} | {one.answers_to for one in placed if one.answers_to}
    rows = {row.pk: row for row in Comment.objects.filter(pk__in=ids).select_related("author")}
    counts, own = _reactions([one.id for one in placed], viewer)
    return tuple(
        replace(
            _card(rows[one.id], viewer, now),
            depth=one.depth,
            answers_to=(one.answers_to, name_of(rows[one.answers_to])) if one.answers_to else None,
            reactions=counts[one.id],
            own_reactions=frozenset(own[one.id]),
        )
        for one in placed
        if one.id in rows
    )


def card_of(row: Comment, viewer: Viewer, now: datetime) -> CommentCard:
    """Return a comment by itself."""
    return cards([Placed(row.pk, 0)], viewer, now)[0]


def _reactions(
    ids: Sequence[int], viewer: Viewer
) -> tuple[defaultdict[int, dict[ReactionKind, int]], defaultdict[int, set[ReactionKind]]]:
    counts: defaultdict[int, dict[ReactionKind, int]] = defaultdict(dict)
    own: defaultdict[int, set[ReactionKind]] = defaultdict(set)
    rows = Reaction.objects.filter(comment__in=ids)
    for comment, kind, count in rows.values_list("comment_id", "kind").annotate(Count("id")):
        counts[comment][ReactionKind(kind)] = count
    if viewer.id:
        for comment, kind in rows.filter(person=viewer.id).values_list("comment_id", "kind"):
            own[comment].add(ReactionKind(kind))
    return counts, own


def _card(row: Comment, viewer: Viewer, now: datetime) -> CommentCard:
    state, is_own = State(row.state), viewer.id is not None and row.author_id == viewer.id
    is_readable = may_see(viewer.role, state, is_writer=is_own)
    return CommentCard(
        id=row.pk,
        story=row.story_id,
        author=name_of(row),
        author_id=row.author_id,
        author_role=Role(row.author.role) if row.author else None,
        state=state,
        text=row.text if is_readable else "",
        people=tuple(row.people) if is_readable else (),
        written=row.written,
        edited=row.edited,
        edits_count=row.edits_count,
        held_for=row.held_for,
        is_own=is_own,
        may_edit=may_change(row.written, state, is_writer=is_own, now=now) is None and not viewer.is_banned,
        is_muted=row.author_id in viewer.muted,
        is_readable=is_readable,
    )


def name_of(row: Comment) -> str:
    """Return whose name stands over a comment; "" where it was erased with the account, or by its writer."""
    if row.state == State.ERASED:
        return ""
    return row.author.get_username() if row.author else row.guest_name


def fresh(story_id: int, after: int, viewer: Viewer) -> list[int]:
    """Return the comments newer than `after` that others have written and the viewer may see."""
    rows = Comment.objects.filter(story=story_id, pk__gt=after, state=State.SHOWN).order_by("pk")
    if viewer.id:
        rows = rows.exclude(author=viewer.id)
    return list(rows.values_list("pk", flat=True))
