"""TextRank (Mihalcea and Tarau 2004) by sumy, over the sentences that we read: a yardstick of summaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from octavo.core.text import sentences, words
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon


def is_installed() -> bool:
    return find_spec("sumy") is not None


def textrank(articles: Sequence[SourceArticle], count: int) -> str:
    """Return the `count` best sentences of all articles as one text, in the articles' order.

    sumy's own splitter would fetch its rules from the network, so it is given our sentences and words.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.text_rank import TextRankSummarizer

    document = ObjectDocumentModel(
        [
            Paragraph([Sentence(span.text, _Words()) for span in sentences(article.text, article.language)])
            for article in articles
        ]
    )
    summarizer = TextRankSummarizer()
    summarizer.stop_words = lexicon(articles[0].language).stop
    return " ".join(str(sentence) for sentence in summarizer(document, count))


@dataclass(frozen=True, slots=True)
class _Words:
    """sumy's tokenizer."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(words(text))
