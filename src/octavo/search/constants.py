"""What shapes an excerpt."""

SNIPPET_CHARACTERS = 240
"""Two to three lines of a result on a desktop, four on a phone."""
SNIPPET_SCANNED_CHARACTERS = 20_000
"""The best place is looked for in this much of a text: longer texts than this are rare and their heads are enough."""
SNIPPET_LEAD_CHARACTERS = 40
"""Words shown before the first marked one, so that it is met in a context."""
