"""What the discussions' pages say of reasons, reactions and acts."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from octavo.community.constants import EDIT_WINDOW, NAME_CHARACTERS, TEXT_CHARACTERS
from octavo.community.deciding import Declined, Reason
from octavo.community.moderating import ModerationKind
from octavo.community.overseeing import ActCard
from octavo.community.reactions import ReactionKind
from octavo.web.words import isolated, minute, number

DECLINED: Mapping[Reason, str] = {
    Reason.OFF: gettext_noop("There are no comments here."),
    Reason.SIGN_IN: gettext_noop("Sign in first; your words stay here until then."),
    Reason.BANNED: gettext_noop("You are banned from the discussions for now; your notifications say why."),
    Reason.LOCKED: gettext_noop("This discussion is locked: nothing new can be written."),
    Reason.EMPTY: gettext_noop("Write something first."),
    Reason.LONG: gettext_noop("This is too long: at most %(count)s characters."),
    Reason.NAME: gettext_noop("Give a name of at most %(count)s characters."),
    Reason.TRAP: gettext_noop("Leave the field for machines empty, then send it again."),
    Reason.FAST: gettext_noop("That was quick. You can send it in %(wait)s."),
    Reason.SLOW: gettext_noop("This discussion is slowed down. You can send it in %(wait)s."),
    Reason.GONE: gettext_noop("What you wrote to is no longer here."),
    Reason.LATE: gettext_noop("A comment can be edited for %(count)s minutes only."),
    Reason.CHANGED: gettext_noop("It was changed elsewhere meanwhile. Look at it again, then decide."),
    Reason.NOT_ALLOWED: gettext_noop("This is not yours to do."),
}
HELD: Mapping[str, str] = {
    Reason.NEW: gettext_noop("first comments of a new person"),
    Reason.GUEST: gettext_noop("written without an account"),
    Reason.LINKS: gettext_noop("many links"),
}
REACTIONS: Mapping[ReactionKind, str] = {
    ReactionKind.WORTH: gettext_noop("Worth reading"),
    ReactionKind.AGREE: gettext_noop("I agree"),
    ReactionKind.DISAGREE: gettext_noop("I disagree"),
    ReactionKind.SMILE: gettext_noop("Made me smile"),
    ReactionKind.OFF_TOPIC: gettext_noop("Off topic"),
}
REPORTS: Mapping[str, str] = {
    "abuse": gettext_noop("It insults or threatens somebody"),
    "spam": gettext_noop("It is advertising"),
    "false": gettext_noop("It states something false as a fact"),
    "private": gettext_noop("It gives away something private"),
    "other": gettext_noop("Something else"),
}
NOTIFICATIONS: Mapping[str, str] = {
    "answer": gettext_noop("%(name)s answered you"),
    "mention": gettext_noop("%(name)s mentioned you"),
    "shown": gettext_noop("Your comment is shown now"),
    "hidden": gettext_noop("A moderator hid your comment"),
    "restored": gettext_noop("A moderator shows your comment again"),
}
ACTS: Mapping[ModerationKind, str] = {
    ModerationKind.RELEASE: gettext_noop("let a held comment appear"),
    ModerationKind.HIDE: gettext_noop("hid a comment"),
    ModerationKind.RESTORE: gettext_noop("showed a hidden comment again"),
    ModerationKind.KEEP: gettext_noop("left a reported comment as it is"),
    ModerationKind.LOCK: gettext_noop("locked a discussion"),
    ModerationKind.UNLOCK: gettext_noop("opened a discussion again"),
    ModerationKind.SLOW: gettext_noop("slowed a discussion down: one comment a person every %(wait)s"),
    ModerationKind.UNSLOW: gettext_noop("let a discussion run at its own pace again"),
    ModerationKind.BAN: gettext_noop("banned %(name)s without end"),
    ModerationKind.UNBAN: gettext_noop("lifted the ban of %(name)s"),
}
BAN_UNTIL = gettext_noop("banned %(name)s until %(time)s")


def declined_words(declined: Declined) -> str:
    """Return why something was not done and what to do about it, in one or two short sentences."""
    count = {
        Reason.LONG: TEXT_CHARACTERS,
        Reason.NAME: NAME_CHARACTERS,
        Reason.LATE: int(EDIT_WINDOW.total_seconds()) // 60,
    }.get(declined.reason, 0)
    return _(DECLINED[declined.reason]) % {"count": number(count), "wait": wait_words(declined.wait_seconds)}


def wait_words(seconds: int) -> str:
    """Return a time to wait, rounded up."""
    if seconds < 60:
        text = ngettext("%(count)s second", "%(count)s seconds", seconds)
        return text % {"count": number(seconds)}
    minutes = -(-seconds // 60)
    if minutes < 120:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": number(minutes)}
    hours = -(-minutes // 60)
    return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": number(hours)}


def held_words(reason: str) -> str:
    return _(HELD[reason]) if reason in HELD else ""


def reaction_words(kind: ReactionKind) -> str:
    return _(REACTIONS[kind])


def report_words(reason: str) -> str:
    return _(REPORTS.get(reason, REPORTS["other"]))


def notification_words(kind: str, name: str) -> str:
    return _(NOTIFICATIONS[kind]) % {"name": isolated(name) if name else _("somebody who left")}


def act_words(act: ActCard) -> str:
    """Return what a moderator did."""
    text = BAN_UNTIL if act.kind is ModerationKind.BAN and act.until else ACTS[act.kind]
    name = isolated(act.person) if act.person else _("somebody who left")
    time = minute(act.until) if act.until else ""
    return _(text) % {"name": name, "time": time, "wait": wait_words(act.slow_seconds)}


def term_words(days: int) -> str:
    """Return how long a ban lasts."""
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": number(days)} if days else _("without end")
