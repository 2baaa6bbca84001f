"""What discussions make known to whoever listens."""

from django.dispatch import Signal

notified = Signal()
"""Sent with `notification` once it is committed; whoever tells people by other ways listens to it."""
