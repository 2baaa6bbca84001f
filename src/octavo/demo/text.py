"""How an article's text is written in the content files, and what becomes of it.

A blank line parts blocks; a block that opens with `## ` is a sub-heading, with `> ` a quotation, with `- ` a list.
"""

import re
from dataclasses import dataclass
from html import escape

_FIRST_SENTENCE = re.compile(r".{40,}?[.!?؟。][\"”»“’]*(?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: `lines` holds a list's items, else one line."""

    kind: str
    """paragraph, heading, quote, list"""
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The block as plain text, one line an item."""
        return "\n".join(self.lines)


_KINDS = {"## ": "heading", "> ": "quote", "- ": "list"}


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a written text, in order."""
    return tuple(_block(part.strip()) for part in re.split(r"\n\s*\n", text.strip()))


def _block(part: str) -> Block:
    for mark, kind in _KINDS.items():
        if part.startswith(mark):
            lines = tuple(line.removeprefix(mark).strip() for line in part.split("\n"))
            return Block(kind, lines if kind == "list" else (" ".join(lines),))
    return Block("paragraph", (" ".join(part.split()),))


def html(body: tuple[Block, ...]) -> str:
    """Return the blocks as plain HTML, as feeds carry them."""
    return "\n".join(_html(block) for block in body)


def _html(block: Block) -> str:
    if block.kind == "list":
        return "<ul>" + "".join(f"<li>{escape(line, quote=False)}</li>" for line in block.lines) + "</ul>"
    text = escape(block.text, quote=False)
    if block.kind == "quote":
        return f"<blockquote><p>{text}</p></blockquote>"
    tag = "h3" if block.kind == "heading" else "p"
    return f"<{tag}>{text}</{tag}>"


def first_sentence(body: tuple[Block, ...]) -> str:
    """Return the first sentence of the first paragraph."""
    lead = next(block.text for block in body if block.kind == "paragraph")
    found = _FIRST_SENTENCE.match(lead)
    return found.group() if found else lead
