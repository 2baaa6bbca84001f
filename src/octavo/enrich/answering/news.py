"""The newest that reports tell of a topic: the heads of those that are about it, or else what says it in passing."""

from collections.abc import Collection, Iterator

from octavo.enrich.answering import constants
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.questions import Asked
from octavo.enrich.answering.standing import Matrix, Weighed, likeliest, said_by, weighed
from octavo.enrich.answering.timing import published
from octavo.enrich.answering.wording import words


def newest_heads(archive: Archive, among: Collection[int]) -> list[int]:
    """Return the first passages of reports, the newest first; of those that are `among` these."""
    return _newest(archive, [held[0] for held in archive.of_article if held[0] in among])


def newest_of(archive: Archive, topic: Asked, among: Collection[int]) -> list[int]:
    """Return the passages that tell news of a topic, the newest first; of those that are `among` these."""
    question = weighed(archive, topic)
    numbers = likeliest(archive, question, {archive.passages[i].article for i in among})
    saying = [n for n in numbers if _is_said(said_by(archive, topic, n, archive.article_words[n]))]
    told = [i for n in saying if _is_headed(archive, question, n) for i in _news(archive, question, n, among)]
    if not told:
        told = [i for n in saying for i in archive.of_article[n] if i in among and _is_passage(archive, question, i)]
    return _newest(archive, told)


def _newest(archive: Archive, found: list[int]) -> list[int]:
    return sorted(found, key=lambda i: published(archive, i), reverse=True)


def _news(archive: Archive, question: Weighed, number: int, among: Collection[int]) -> Iterator[int]:
    """Yield the head of a report, or where that is of another time the first passage that says the topic."""
    held = archive.of_article[number]
    may_tell = (i for i in held if i in among and (i == held[0] or _is_passage(archive, question, i)))
    yield from list(may_tell)[:1]


def _is_headed(archive: Archive, question: Weighed, number: int) -> bool:
    """Tell whether a report is about a topic: its title and first passage say most of that, and mean it."""
    first = archive.of_article[number][0]
    head = [*words(archive.articles[number].title), *archive.passage_words[first]]
    said = said_by(archive, question.asked, number, head)
    return float(question.weights @ said) >= constants.HEADED_SHARE and _is_meant(question, said, first)


def _is_passage(archive: Archive, question: Weighed, i: int) -> bool:
    said = said_by(archive, question.asked, archive.passages[i].article, archive.passage_words[i])
    return _is_said(said) and _is_meant(question, said, i)


def _is_meant(question: Weighed, said: Matrix, i: int) -> bool:
    """Tell whether passage `i` means the topic: its names are said, or all its words outright, or it is near to it."""
    names = said[question.is_name]
    is_named = bool(names.size) and float(names.min()) >= constants.TOPIC_SAID
    return is_named or float(said.min()) >= constants.OUTRIGHT or float(question.titled[i]) >= constants.TOPIC_MEANT


def _is_said(said: Matrix) -> bool:
    """Tell whether every word of a topic is said."""
    return float(said.min()) >= constants.TOPIC_SAID
