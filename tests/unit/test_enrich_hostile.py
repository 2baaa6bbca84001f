"""No text, whatever it is made of, takes far more work than honest news of its length."""

from collections.abc import Callable
from itertools import count, product
from time import process_time

import pytest

from octavo.core.vectors import local_embedder
from octavo.enrich.amounts import numbers
from octavo.enrich.answering import Archive, ask
from octavo.enrich.checking import contradictions
from octavo.enrich.comparing import compare
from octavo.enrich.facts import key_facts
from octavo.enrich.hashtags import hashtags
from octavo.enrich.holders import holder_disagreements
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.naming import entities
from octavo.enrich.quotes import quotes
from octavo.enrich.summaries import summarise
from octavo.enrich.translation.figures import misstated

ENOUGH_TIMES = 40
"""The slowest of these take a tenth to a half of that; work that grows with a text's square takes hundreds."""
ENOUGH_TIMES_ASKED = 15
"""The same of questions: these take three times as much at most, for most of the work is reading meanings."""
ENOUGH_SECONDS = 3
"""Three times what the slowest of those takes that are held to it; by the square of the length each takes more."""
LENGTH_CHARACTERS = 40_000
ASKED_CHARACTERS = 20_000
HONEST = (
    "The governor, Ada Lorne, said on Monday that 1,200 people had left their homes after the river rose. "
    "“We will rebuild every house in the valley,” Lorne told reporters in Velmar. "
    "The flood destroyed 45 bridges and cost 3.5 million crowns.\n"
)
SHAPES = {
    "quotation marks": "“",
    "quotation marks with letters": '"a',
    "guillemets": "« a ",
    "closing guillemets": "»a",
    "brackets": "(a [",
    "names in a row": "Aaa of ",
    "names with stops": "Mr. Aaa ",
    "names with commas": "Aaa, ",
    "capitals": "A",
    "digits": "1,",
    "numbers": "1 ",
    "counts": "12 people ",
    "days": "Monday ",
    "sentences": "He left. ",
    "stops": ". ",
    "lines": "He left\n",
    "blank lines": "\n",
    "Chinese stops": "中。",
    "speakers": '"We will all stay here today," said Ada Lorne, ',
    "connectors": "the mayor of ",
}


def _distinct(form: str) -> Callable[[int], str]:
    """Return what makes a text of a form with other names at each turn."""

    def text(length: int) -> str:
        names = ("".join(letters).title() for letters in product("abdegiklmnoprstu", repeat=4))
        turns = (form.format(name=name, capitals=name.upper(), number=at) for name, at in zip(names, count()))
        out = ""
        while len(out) < length:
            out += next(turns)
        return out[:length]

    return text


DISTINCT = {
    "acronyms": "{capitals} and ",
    "surnames": "Ada {name} said. ",
    "mayors": "the mayor of {name}, Ada {name}, ",
    "bodies": "said {name} of the {name} Council and ",
    "quoted": "“We will see the end of {name} today,” said {name} Lorne.\n",
    "counted": "{number} people of {name} died.\n",
}


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _told(text: str) -> None:
    """Do what a story's summary, key facts, names, quotations and hashtags take."""
    own = [SourceArticle("a", "Flood in Velmar", text, "en"), SourceArticle("b", "Velmar", HONEST * 3, "en")]
    summarise(own, "en")
    key_facts(own, "en")
    quotes(own)
    holder_disagreements(own)
    hashtags(own)
    entities(text, "Flood in Velmar", "en")


def _asked(text: str) -> None:
    archive = Archive([SourceArticle("a", "Flood in Velmar", text, "en")], local_embedder())
    ask(archive, "How many people died in Velmar?", "en")


def _repeated(shape: str, length: int) -> str:
    return (shape * (length // len(shape) + 1))[:length]


@pytest.fixture(scope="module")
def honest_seconds() -> float:
    _told(HONEST)
    return _seconds(lambda: _told(_repeated(HONEST, LENGTH_CHARACTERS)))


@pytest.fixture(scope="module")
def honest_asked_seconds() -> float:
    _asked(HONEST)
    return _seconds(lambda: _asked(_repeated(HONEST, ASKED_CHARACTERS)))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_what_repeats_is_summarised_in_time(shape: str, honest_seconds: float) -> None:
    assert _seconds(lambda: _told(_repeated(shape, LENGTH_CHARACTERS))) < ENOUGH_TIMES * honest_seconds


@pytest.mark.parametrize("form", DISTINCT.values(), ids=DISTINCT)
def test_what_names_ever_more_is_summarised_in_time(form: str, honest_seconds: float) -> None:
    text = _distinct(form)(LENGTH_CHARACTERS)
    assert _seconds(lambda: _told(text)) < ENOUGH_TIMES * honest_seconds


@pytest.mark.parametrize("name", ["numbers", "counts", "names in a row", "quotation marks", "lines"])
def test_what_repeats_is_asked_in_time(name: str, honest_asked_seconds: float) -> None:
    text = _repeated(SHAPES[name], ASKED_CHARACTERS)
    assert _seconds(lambda: _asked(text)) < ENOUGH_TIMES_ASKED * honest_asked_seconds


def _compared() -> None:
    text = _distinct("Mr {name}, ")(20_000)
    compare([SourceArticle("a", "Velmar", text, "en"), SourceArticle("b", "Velmar", text[6666:], "en")])


def _checked() -> None:
    text = _repeated("州长说，洪水毁坏了45座桥。", 6000)
    contradictions(text[:1500], text, "zh")


def _translated() -> None:
    told = "; ".join(map(str, range(6000)))
    misstated(told, told, "en", "de")


def _dated() -> None:
    numbers(_repeated("La gobernadora dijo que el 3 de mayo ", LENGTH_CHARACTERS), "es")


@pytest.mark.parametrize("work", [_compared, _checked, _translated, _dated])
def test_the_work_of_many_names_numbers_and_days_grows_with_the_text(work: Callable[[], None]) -> None:
    assert _seconds(work) < ENOUGH_SECONDS


def test_hashtags_of_many_names_take_less_time_than_the_names() -> None:
    text = _distinct("Ada {name} of {name} spoke. ")(60_000)
    told = [SourceArticle(str(at), "Velmar", text[at:], ("en", "ms", "es")[at % 3]) for at in range(6)]
    named = _seconds(lambda: [entities(one.text, one.title, one.language) for one in told])
    assert _seconds(lambda: hashtags(told)) < named / 2


def test_a_number_of_any_length_is_compared_in_a_translation() -> None:
    endless = "1" * 40
    assert not misstated(f"They paid {endless} crowns.", f"Sie zahlten {endless} Kronen.", "en", "de")
    assert misstated(f"They paid {endless} crowns.", "Sie zahlten 12 Kronen.", "en", "de")


@pytest.mark.parametrize("question", ["いつ？", "何円？", "为什么？", "언제?", "Why?", "كم؟"])
def test_a_question_that_only_asks_is_refused(question: str) -> None:
    archive = Archive([SourceArticle("a", "Flood in Velmar", HONEST, "en")], local_embedder())
    assert ask(archive, question).nearest
