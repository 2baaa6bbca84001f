"""Article text on its way to a model: data, never instructions.

Three things keep it so. Sentences that address a machine stay at home. What is sent stands inside one JSON value, so no
quotation mark, line or made-up delimiter ends it; signs that models' chat templates are written in are replaced, one
for one. And whatever comes back is only believed as far as the passages hold it (`octavo.enrich.backing`).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from octavo.core.text import sentences
from octavo.core.types import Cite, CitedSentence
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.passages import Passage, is_readable, passages
from octavo.enrich.providers.openai import constants

_SIGNS = str.maketrans("<>[]{}`|\\#", "‹›()()'¦/♯")
"""Special tokens, roles, fences, links and headings are written with these."""
_HIDDEN = re.compile(
    r"[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e007f]"
)
"""Characters that nobody sees and a model reads."""
_TURNED = re.compile(r"[\u202d\u202e]")
"""Letters read in another order than they stand in: no report needs that."""
_NAME = re.compile(r"[\w&.'’-]{1,24}(?: [\w&.'’-]{1,24}){0,3}")
"""What a newspaper may be called; longer names are no names."""
_MACHINE = re.compile(
    r"""
    \b(?:ignor|disregard|forget|overrid|bypass)\w*\b.{0,40}\b(?:instruct|prompt|rule|direct|guideline|above|previous)
    | \b(?:instrucciones|instrucciónes|indicaciones)\b.{0,40}\b(?:anterior|previas|sistema)
    | \b(?:ignor|olvid)\w*\b.{0,30}\binstruc
    | \b(?:ignorier|vergiss|missacht)\w*\b.{0,40}\b(?:anweisung|instruktion|vorgabe|regel)
    | \b(?:ignor|oubli)\w*\b.{0,40}\b(?:instruction|consigne)
    | \b(?:ignor|esque)\w*\b.{0,40}\binstru[cç]
    | \bигнорир\w*|\bзабудь\w*.{0,30}инструкц
    | 지시(?:사항)?(?:을|를)?\s*(?:모두\s*)?무시|이전\s*지시|명령을?\s*무시
    | 忽略.{0,12}(?:指令|指示|说明|提示)|無視.{0,12}(?:指令|指示)|(?:指令|指示|命令).{0,6}(?:無視|忽略)
    | تجاهل.{0,30}(?:التعليمات|الأوامر|تعليمات)
    | \b(?:system|developer)\s*(?:prompt|message|override|instruction)\b|\b(?:assistant|system|user)\s*:
    | \bim_(?:start|end)\b|\bend_?of_?(?:turn|text)\b|\bstart_of_turn\b|(?:^|[^\w])inst[^\w]|\bbegin_of_text\b
    | \byou\s+are\s+(?:now|an?\s+(?:ai|assistant|language|helpful|unrestricted))\b|\bas\s+an?\s+(?:ai|language)\b
    | ["'](?:text|headline|sentences|cites|instructions|passages)["']\s*:
    | \b(?:end|start)\s+of\s+(?:the\s+)?(?:passages?|data|document|article)s?\b|\bnow\s+(?:write|say|answer)\b
    | \b(?:respond|reply|answer|output|print|write|say)\b.{0,30}\b(?:only|exactly|instead|verbatim|the\s+following)\b
    | \bnew\s+(?:instruction|task|role)s?\b|\b(?:jailbreak|dan\s+mode|developer\s+mode)\b
    | \b(?:summari[sz]e|summary|translation)\b.{0,40}\b(?:must|should)\b.{0,40}\b(?:say|state|include|contain|mention)
    | \b(?:unless|until)\s+(?:the|your)\s+(?:summary|answer|translation)\s+(?:say|state|include|contain|mention)
    | \b(?:repeat|reveal|print|show)\b.{0,20}\b(?:text|words?|prompt|instructions?|rules?)\s+(?:above|before)\b
    | </?[a-z]\w*\b[^<>]*>|<!--|[a-z0-9+/]{32,}={0,2}
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage as it is sent."""

    number: int
    publisher: str
    text: str
    cite: Cite


def harmless(text: str) -> str:
    """Return `text` without what a chat template or a markup could read as its own."""
    return _HIDDEN.sub("", text).translate(_SIGNS)


def addresses_machine(text: str) -> bool:
    """Tell whether a sentence speaks to whoever processes it; news about such sentences is left out with them."""
    seen = unicodedata.normalize("NFKC", _HIDDEN.sub("", text))
    return bool(_TURNED.search(text) or _MACHINE.search(seen) or _MACHINE.search(seen.translate(_SIGNS)))


def numbered(articles: Sequence[SourceArticle], language: str) -> list[Numbered]:
    """Return the sentences of a story that may be cited, in `language` where it has some, each article's first ones.

    Articles take turns, so that a long one leaves room for the others.
    """
    own = independent(articles)
    spoken = [article for article in own if article.language == language] or own
    found = [one for one in passages(spoken) if not addresses_machine(one.text)]
    room, chosen = constants.PASSAGES_CHARACTERS, []
    for one in sorted(found, key=lambda one: (one.position, one.article))[: constants.PASSAGES_COUNT]:
        room -= len(one.text)
        if room < 0:
            break
        chosen.append(one)
    chosen.sort(key=lambda one: (one.article, one.position))
    return [_numbered(number, one, spoken[one.article]) for number, one in enumerate(chosen, 1)]


def numbered_nearest(nearest: Sequence[CitedSentence], by_id: Mapping[str, SourceArticle]) -> list[Numbered]:
    """Return the sentences of an answer's passages, the likeliest first, as far as they speak the first one's language.

    What a passage says in one language, a model's sentence in another cannot be held against. Of a passage that
    addresses a machine nothing is sent: what stands beside a command was written to go with it.
    """
    cites = [cite for one in nearest if not addresses_machine(one.text) for cite in one.cites]
    language = by_id[cites[0].article].language if cites else ""
    spoken = [cite for cite in cites if by_id[cite.article].language == language]
    found = [
        (by_id[cite.article], Passage(number, position, cite.start + span.start, cite.start + span.end, span.text))
        for number, cite in enumerate(spoken)
        for position, span in enumerate(sentences(by_id[cite.article].text[cite.start : cite.end], language))
        if is_readable(span.text, language)
    ]
    return [_numbered(number, passage, article) for number, (article, passage) in enumerate(found, 1)]


def _numbered(number: int, passage: Passage, article: SourceArticle) -> Numbered:
    publisher = article.publisher if _NAME.fullmatch(article.publisher) else ""
    return Numbered(number, publisher, harmless(passage.text), Cite(article.id, passage.start, passage.end))


def sent(passages: Sequence[Numbered], **beside: str) -> str:
    """Return the passages, and texts `beside` them, as the one JSON value that is sent."""
    told = [{"n": one.number, "from": one.publisher, "text": one.text} for one in passages]
    return orjson.dumps({**{name: harmless(text) for name, text in beside.items()}, "passages": told}).decode()
