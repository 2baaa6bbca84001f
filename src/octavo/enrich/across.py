"""Whether reports in two languages state a number of the same dead or hurt; where it cannot be told, they do not."""

from collections.abc import Sequence

from octavo.core.languages import script_code
from octavo.core.text import words
from octavo.core.vectors import Embedder
from octavo.enrich import constants
from octavo.enrich.answering.kindred import senses
from octavo.enrich.days import days
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.same_claim import are_apart, hours, may_be_part
from octavo.enrich.tolls import Toll
from octavo.enrich.wording import finds


def is_same_toll_across(told: Sequence[Toll], reports: Sequence[SourceArticle], embedder: Embedder | None) -> bool:
    """Tell whether two tolls are of the same people at one time: the same kind of people, and names or meaning shared.

    reports: whose tolls these are. embedder: compares meanings where no name is shared.
    """
    return (
        _are_of_one_kind([toll.victims for toll in told])
        and _circumstances_agree([toll.passage.text for toll in told], reports)
        and not may_be_part(
            [toll.number.value for toll in told],
            [toll.passage.text for toll in told],
            [report.language for report in reports],
        )
        and (_share_name(told, reports) or _mean_the_same(told, embedder))
    )


def _are_of_one_kind(victims: Sequence[str]) -> bool:
    """Tell whether both are people of any kind, or of one that the words for it tell."""
    mine, theirs = map(senses, victims)
    return not any(victims) or bool(mine & theirs)


def _circumstances_agree(texts: Sequence[str], reports: Sequence[SourceArticle]) -> bool:
    """Tell whether both or neither speak of several events or are unsure, and no day or hour sets them apart."""
    read = list(zip(texts, reports, strict=True))
    for kind in ("several", "unsure"):
        if len({bool(finds(report.language, kind).search(text)) for text, report in read}) > 1:
            return False
    dates = [
        {str(day.date) for day in days(text, report.language, report.published) if day.date} for text, report in read
    ]
    return not are_apart(dates) and not all(hours(text, report.language) for text, report in read)


def _share_name(told: Sequence[Toll], reports: Sequence[SourceArticle]) -> bool:
    """Tell whether two sentences name one name, written alike."""
    if len({script_code(report.language) for report in reports}) > 1:
        return False
    named = [{word for word in words(toll.passage.text)[1:] if word[0].isupper()} for toll in told]
    return bool(named[0] & named[1])


def _mean_the_same(told: Sequence[Toll], embedder: Embedder | None) -> bool:
    if embedder is None:
        return False
    one, other = embedder.encode([toll.passage.text for toll in told])
    return float(one @ other) >= constants.SAME_TOLL_MEANING
