"""Letters that somebody forwarded by hand: who sent them first, and what they were called."""

import re
from dataclasses import dataclass

_MARKED = re.compile(
    r"\s*(?:(?:fwd?|fw|wg|tr|rv|enc|i|vs|vb|vl|doorst|pd|yml|전달|转发|轉寄|転送|пересл)\s*[:：]\s*)+", re.IGNORECASE
)
"""How e-mail programs mark the subject."""
_FROM = "from|von|de|da|van|från|fra|od|lähettäjä|kimden|от(?: кого)?|от|보낸\\s?사람|差出人|送信者|发件人|寄件者|من"
_SUBJECT = (
    "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|konu|тема|제목|件名|主题|主旨|الموضوع"
)
_MAILTO = re.compile(r"\[mailto:([^\]\s]+)\]", re.IGNORECASE)
_HEADER = r"^[ \t>*]*(?:{})[*\s]*[:：][*\s]*(.+)$"
_SENT_BY = re.compile(_HEADER.format(_FROM), re.IGNORECASE | re.MULTILINE)
_CALLED = re.compile(_HEADER.format(_SUBJECT), re.IGNORECASE | re.MULTILINE)
_LINES_COUNT = 12
"""Lines that a forwarding program writes above the letter, each of which says one thing."""
_START_CHARACTERS = 3_000
"""Within which they stand: whoever forwards writes a line or two above."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What stands above a forwarded letter."""

    sender: str
    """As a From header has it."""
    subject: str
    block: str
    """Those lines, as they stand, with what whoever forwarded wrote above them."""


def is_marked(subject: str) -> bool:
    """Tell whether a subject says that its letter is forwarded."""
    return _MARKED.match(subject) is not None


def forwarded(subject: str, text: str) -> Forwarded | None:
    """Return what a letter with this subject and plain text says of the one that it forwards; None where it is none."""
    sent_by = _SENT_BY.search(text[:_START_CHARACTERS]) if is_marked(subject) else None
    if not sent_by:
        return None
    lines = text[sent_by.start() :].split("\n")
    block = "\n".join(lines[: next((at for at, line in enumerate(lines) if not line.strip(" \t>")), _LINES_COUNT)])
    called = _CALLED.search(block)
    if not called or block.count("\n") >= _LINES_COUNT or len(block) > _START_CHARACTERS:
        return None
    sender = _MAILTO.sub(r"<\1>", sent_by[1].strip().strip("*"))
    return Forwarded(sender, called[1].strip(), text[: sent_by.start()] + block)
