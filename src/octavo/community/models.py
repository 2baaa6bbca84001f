"""Discussions as kept: comments, what people made of them, what moderators did."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from octavo.extract.models import Article
from octavo.stories.models import Story

PERSON = settings.AUTH_USER_MODEL


class Discussion(models.Model):
    """What all pages of a story need to know of its comments at once. Its row is the lock under which they change."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="discussion", primary_key=True)
    version = models.PositiveIntegerField(default=0)
    """Rises with every change that a page shows."""
    comments_count = models.PositiveIntegerField(default=0)
    """Those that are shown."""
    best = models.JSONField(default=list)
    """The ids of those that the story's own pages show."""

    def __str__(self) -> str:
        return f"{self.comments_count} on {self.story_id}"


class Comment(models.Model):
    """What a person says about a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comments")
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, related_name="+")
    """The report on whose page it was begun; where that moves to another story, the comment goes with it."""
    author = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="comments")
    """None without an account, or where the account was erased."""
    guest_name = models.CharField(max_length=40, blank=True)
    guest_origin = models.CharField(max_length=16, blank=True)
    """A keyed hash of the address and the day, by which their pace is kept; says nothing after that day."""
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    text = models.TextField()
    people = models.JSONField(default=list)
    """The names in it that are somebody's."""
    written = models.DateTimeField(default=timezone.now)
    edited = models.DateTimeField(null=True)
    edits_count = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, default="shown")
    held_for = models.CharField(max_length=16, blank=True)
    key = models.UUIDField(null=True, unique=True)
    """Made with the form; what is sent twice is written once."""

    class Meta:
        indexes = [
            models.Index(fields=["author", "-written"], name="comment_by"),
            models.Index(fields=["guest_origin", "-written"], name="comment_from", condition=~Q(guest_origin="")),
            models.Index(fields=["written"], name="comment_held", condition=Q(state="held")),
        ]

    def __str__(self) -> str:
        return self.text[:50]


class Revision(models.Model):
    """A comment's text before it was edited."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions")
    text = models.TextField()
    replaced = models.DateTimeField()

    def __str__(self) -> str:
        return self.text[:50]


class Reaction(models.Model):
    """One press of one person."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=12)
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "person", "kind"], name="reaction_once")]
        indexes = [models.Index(fields=["person", "-made"], name="reaction_by")]

    def __str__(self) -> str:
        return self.kind


class Report(models.Model):
    """A reader's word to the moderators; who said it is never public."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    made = models.DateTimeField(default=timezone.now)
    settled = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "reporter"], name="report_once", condition=Q(settled__isnull=True)
            )
        ]
        indexes = [models.Index(fields=["made"], name="report_open", condition=Q(settled__isnull=True))]

    def __str__(self) -> str:
        return self.reason


class Mute(models.Model):
    """A person whom another does not want to read; nobody else sees a difference."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="mutes")
    muted = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "muted"], name="mute_once"),
            models.CheckConstraint(condition=~Q(person=F("muted")), name="mute_another"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} without {self.muted_id}"


class Ban(models.Model):
    """A person who may not take part until a time."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="bans")
    reason = models.TextField()
    made = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    """None: without end."""
    lifted = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.reason[:50]


class Curb(models.Model):
    """A lock on a story's discussion, or a pause between two comments of one person in it.

    Rows and not columns, so that those of merged stories all hold.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="curbs")
    slow_seconds = models.PositiveIntegerField(default=0)
    """0 for a lock."""
    reason = models.TextField()
    made = models.DateTimeField(default=timezone.now)
    lifted = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"slow {self.slow_seconds}" if self.slow_seconds else "lock"


class ModerationAct(models.Model):
    """What a moderator did and why: one row an act, written with it, public, never changed."""

    kind = models.CharField(max_length=12)
    reason = models.TextField()
    made = models.DateTimeField(default=timezone.now, db_index=True)
    moderator = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    comment = models.ForeignKey(Comment, on_delete=models.SET_NULL, null=True, related_name="acts")
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, related_name="moderation_acts")
    person = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    """Who was banned."""
    until = models.DateTimeField(null=True)
    """When a ban ends."""
    slow_seconds = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.kind}: {self.reason[:50]}"


class Notification(models.Model):
    """Something that a person is told about a comment."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="notifications")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=10)
    """answer, mention, shown, hidden, restored"""
    made = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "comment", "kind"], name="notified_once")]
        indexes = [
            models.Index(fields=["person", "-made"], name="notified"),
            models.Index(fields=["person"], name="notified_unseen", condition=Q(seen__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.kind
