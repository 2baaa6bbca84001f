"""Sentences fit to stand alone: whole, sober, without dateline, furniture or a speaker left behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from octavo.core.text import Span, sentences, tokens
from octavo.enrich.constants import (
    DENSE_FACTOR,
    LONGEST_SENTENCE_CHARACTERS,
    SENTENCES_READ_COUNT,
    SHORTEST_SENTENCE_CHARACTERS,
)
from octavo.enrich.days import calendar
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.wording import finds

_DATELINE = re.compile(
    r"^(?:"
    r"[(\[【（][^)\]】）]{2,40}[=＝][^)\]】）]{2,30}[)\]】）]\s*(?:[^\s=]{2,5}(?:\s\S{2,6}){0,2}\s*[=＝]\s*)?"
    r"|[(\[【][^)\]】]{2,30}[)\]】]\s*(?:--|[—–=-])\s*"
    r"|【[^】]{1,30}】\s*"
    r"|[\u4e00-\u9fff]{1,4}[社网網报報][\u4e00-\u9fff]{0,10}\d{1,2}月\d{1,2}日[电電讯訊]\s*(?:[（(][^）)]{2,40}[）)])?\s*"
    r"|[\u0621-\u064a]{3,15}(?:\s[\u0621-\u064a]{2,15})?\s(?:--|[—–-])\s+(?!.*\s[—–-]\s)"
    r"|(?:[^\W\d_][\w./'’-]*,?\s){0,4}[^\W\d_][\w./'’-]*,?\s*(?:\d{1,2}\.?\s?\w*\.?(?:,?\s\d{4})?,?\s*)?"
    r"\((?:[A-Z][\w .&/'’-]{1,28}|[a-z]{2,5}(?:/\S*)?|[\u0621-\u064a ]{2,24})\)\s*\.?\s*(?:--|[—–-])\s*"
    r"|[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.'’ -]{2,30}(?:,\s[^\W\d_][\w. ]{2,20}){0,3}\s(?:--|[—–-])\s+"
    r"|(?:--?|[–—])\s+(?=[^\W\d_a-zß-ÿ])"
    r")"
)
_CREDIT = re.compile(r"(?<=[.!?。”\"»])\s*[(\[（【][^()\[\]（）【】]{2,30}[)\]）】]$")
_END = re.compile(r"[.!?。！？؟…۔][\"'”’»」』)\]）]*$")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PAIRS = ("“”", "«»", "「」", "『』", "()", "[]", "（）")
_QUOTED = re.compile(r"^[\"“«„「『].*[\"”»“」』][.!?。]?$")
_CLOSED = re.compile(r"[\"”»“」』][,，]?\s*([^\"”»“」』]*)$")
_QUOTATION = re.compile(r"[\"“«„][^\"“”»«„]*[\"”»“]")
_PARTING = re.compile(r"[\s,，、]+")
_CLAUSE_END = re.compile(r"[,;:，、；：]")
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_OPENING = '"“«„「『'
_INVERTED = re.compile(r"-(?:t-)?(?=(?:il|elle|on)s?\b)")
"""Between a French verb and its pronoun behind it: a-t-il dit."""
_POSSESSIVE = re.compile(r"['’]s$")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\S+\.(?:com|org|net)\b|©|\|")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that may be cited: `text == article.text[start:end]`."""

    article: int
    """Its place in the list of articles."""
    position: int
    """Its place among the article's sentences, from 0."""
    start: int
    end: int
    text: str


def passages(articles: list[SourceArticle], *, lenient: bool = False) -> list[Passage]:
    """Return the citable sentences of all articles, in order.

    Lenient lets in what is only readable beside its neighbours, but no furniture and no scraps.
    """
    return [
        passage for number, article in enumerate(articles) for passage in _of_article(number, article, lenient=lenient)
    ]


def _of_article(number: int, article: SourceArticle, *, lenient: bool) -> Iterator[Passage]:
    title = set(tokens(article.title))
    seen: set[str] = set()
    for position, span in enumerate(_sentences(article)):
        bare = without_dateline(span)
        repeats_title = bool(title) and set(tokens(bare.text)) <= title
        fit = is_readable(bare.text, article.language) if lenient else stands_alone(bare.text, article.language)
        if bare.text not in seen and not repeats_title and fit:
            seen.add(bare.text)
            yield Passage(number, position, bare.start, bare.end, bare.text)


def _sentences(article: SourceArticle) -> list[Span]:
    head, count = [], 0
    for line in article.text.split("\n"):
        head.append(line)
        count += line.count(". ") + line.count("。") + 1
        if count > SENTENCES_READ_COUNT:
            break
    return sentences("\n".join(head), article.language)[:SENTENCES_READ_COUNT]


def dateline_end(text: str) -> int:
    """Return where the dateline at the head of `text` ends, 0 where there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def without_dateline(span: Span) -> Span:
    """Return `span` without a leading dateline and a trailing credit; its offsets follow."""
    offset = dateline_end(span.text)
    start, text = span.start + offset, _CREDIT.sub("", span.text[offset:])
    return Span(start, start + len(text), text)


def stands_alone(sentence: str, language: str) -> bool:
    """Tell whether `sentence` can be read without those around it."""
    return _is_whole(sentence) and not _leans(sentence, language) and not _is_furniture(sentence, language)


def is_readable(sentence: str, language: str) -> bool:
    """Tell whether `sentence` can be read beside its neighbours: neither furniture nor a scrap."""
    enough = len(sentence) * (DENSE_FACTOR if _DENSE.search(sentence) else 1) >= SHORTEST_SENTENCE_CHARACTERS / 2
    return enough and len(sentence) <= 2 * LONGEST_SENTENCE_CHARACTERS and not _is_furniture(sentence, language)


def is_dense(text: str) -> bool:
    """Tell whether a text is of a script that says much in few characters."""
    return len(_DENSE.findall(text)) > len(text) / 3


def _is_whole(sentence: str) -> bool:
    length = len(sentence) * (DENSE_FACTOR if is_dense(sentence) else 1)
    if not SHORTEST_SENTENCE_CHARACTERS <= length <= LONGEST_SENTENCE_CHARACTERS:
        return False
    balanced = all(sentence.count(pair[0]) == sentence.count(pair[1]) for pair in _PAIRS)
    german = sentence.count("„") == sentence.count("“") + sentence.count("”") and "„" in sentence
    even = sentence.count('"') % 2 == 0
    return even and (balanced or german) and bool(_END.search(sentence)) and not sentence[0].islower()


def _leans(sentence: str, language: str) -> bool:
    if _QUOTED.match(sentence) or sentence.rstrip("\"'”’»").endswith(("?", "؟", "？", "…", "...")):
        return True
    leaning = lexicon(language).leaning
    bare, plain = sentence.lstrip(_OPENING), _QUOTATION.sub(" ", sentence)
    if _openers(language).match(bare) or finds(language, "referring").search(_CLAUSE_END.split(plain)[0]):
        return True
    told = _PARTING.split(plain.casefold())
    if not lexicon(language).firsthand.isdisjoint(told) or _lacks_bearer(told, language):
        return True
    return _begins_with(bare, leaning) or (sentence.startswith(tuple(_OPENING)) and _lacks_speaker(sentence, leaning))


def _begins_with(sentence: str, leaning: frozenset[str]) -> bool:
    """Tell whether a sentence begins with one of these words; where nothing parts words, with its letters."""
    if _UNPARTED.match(sentence):
        return sentence.startswith(tuple(leaning))
    return _PARTING.split(sentence, maxsplit=1)[0].casefold() in leaning


def _lacks_bearer(told: Sequence[str], language: str) -> bool:
    """Tell whether a pronoun does what these words tell, with nothing but a time before it: "In 1992 she left"."""
    pronouns, passed = lexicon(language).standing_in, _telling_nobody(language)
    bare = (_POSSESSIVE.sub("", word) for word in told)
    first = next((word for word in bare if word in pronouns or not (word in passed or word.isdigit())), "")
    return first in pronouns


@cache
def _telling_nobody(language: str) -> frozenset[str]:
    """Return words that name nobody: stop words, months and days."""
    return lexicon(language).stop.union(*calendar(language))


@cache
def _openers(language: str) -> re.Pattern[str]:
    """Return what a sentence looks like that opens with a phrase that points behind it."""
    forms = (_opener(phrase, language) for phrase in lexicon(language).leaning_openers)
    return re.compile("|".join(forms) or "(?!)", re.IGNORECASE)


def _opener(phrase: str, language: str) -> str:
    """Return what finds a phrase; one of an age only where no name follows it: "the 61-year-old mayor Jana Holt"."""
    form = re.escape(phrase).replace(r"\#", r"\d[\d.,]*") + (r"\b" if " " in phrase else r"\s?[,，،、]")
    between = 0 if language == "de" else 2
    return rf"{form}(?!(?:\s[^\s,]+){{0,{between}}},?\s(?-i:[A-ZÀ-Þ]))" if "#-" in phrase else form


def _lacks_speaker(sentence: str, leaning: frozenset[str]) -> bool:
    """Tell whether what follows the last quotation names nobody: nothing, one word, or a pronoun."""
    after = _CLOSED.search(sentence)
    told = _INVERTED.sub(" ", after[1].rstrip(".。 ")) if after else ""
    named = [word.casefold() for word in _PARTING.split(told) if word]
    return bool(after and leaning) and (len(named) < 2 or not leaning.isdisjoint(named[:2]))


def _is_furniture(sentence: str, language: str) -> bool:
    folded = sentence.casefold()
    return bool(_ADDRESS.search(sentence)) or any(words in folded for words in lexicon(language).furniture)
