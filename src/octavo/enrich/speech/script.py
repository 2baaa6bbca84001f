"""What is read out: chapters of plain text, each in its language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part that a listener can jump to."""

    title: str
    text: str
    """Read after the title, one paragraph a line."""
    language: str
    url: str = ""
    """The page that it is from, without the host."""


@dataclass(frozen=True, slots=True)
class Script:
    """Everything of one recording."""

    title: str
    language: str
    chapters: tuple[Chapter, ...]


def transcript(script: Script) -> str:
    """Return what is heard, as text."""
    return "\n\n".join(f"{chapter.title}\n{chapter.text}".strip() for chapter in script.chapters)
