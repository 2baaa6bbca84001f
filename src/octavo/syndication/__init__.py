"""What Octavo gives to other readers: lists as feeds."""

from octavo.syndication.feeds import FORMS, Channel, Item

__all__ = ["FORMS", "Channel", "Item"]
