"""A copy beside its original, word by word, as far as their publishers let everyone see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.dedupe.difference import Piece, Side, difference
from octavo.dedupe.models import Copy
from octavo.editions.reading.article import shown_paragraphs_count
from octavo.editions.reading.cards import ArticleCard, article_card, article_rows, visible_articles
from octavo.editions.reading.provenance import root_of
from octavo.extract.models import Article


@dataclass(frozen=True, slots=True)
class ComparePage:
    copy: ArticleCard
    original: ArticleCard
    passages: tuple[tuple[Side, str], ...]
    """What may be shown, in the copy's order; what it left out stands where it would have stood."""
    is_whole: bool
    taken_percent: int
    """Share of the copy that stands in the original."""
    kept_percent: int
    """Share of the original that stands in the copy."""


def compare_page(copy_id: int, original_id: int) -> ComparePage | None:
    """Return two articles compared; None where they are not to be seen or the one is no copy of the other."""
    rows = visible_articles().select_related("publisher").in_bulk([copy_id, original_id])
    if len(rows) < 2 or root_of(copy_id, _line_from(copy_id)) != original_id:
        return None
    texts = rows[original_id].text, rows[copy_id].text
    ends = _shown_end(rows[original_id]), _shown_end(rows[copy_id])
    pieces = difference(*texts)
    shared = sum(piece.end - piece.start for piece in pieces if piece.side is Side.BOTH)
    cards = {row.pk: article_card(row) for row in article_rows(visible_articles().filter(id__in=rows))}
    shown = [*_shown(pieces, ends)]
    return ComparePage(
        copy=cards[copy_id],
        original=cards[original_id],
        passages=tuple(_passages(shown, texts)),
        is_whole=shown == pieces,
        taken_percent=round(100 * shared / max(1, len(texts[1]))),
        kept_percent=round(100 * min(1.0, shared / max(1, len(texts[0])))),
    )


def _line_from(article_id: int) -> Mapping[int, int]:
    """Return the line of copies from an article to its original."""
    line: dict[int, int] = {}
    while (copy := Copy.objects.filter(article=article_id).first()) and article_id not in line:
        line[article_id] = article_id = copy.original_id
    return line


def _shown_end(row: Article) -> int:
    """Return where the part of an article's text ends that everyone may see."""
    count = shown_paragraphs_count(row)
    return len(row.text) if count is None else len("\n".join(row.text.split("\n")[:count]))


def _shown(pieces: Sequence[Piece], ends: tuple[int, int]) -> Iterator[Piece]:
    """Yield what may be shown of each piece; what stands in both is seen where either publisher shows it."""
    for piece in pieces:
        shown_end = ends[0] if piece.side is Side.ORIGINAL else ends[1]
        if piece.side is Side.BOTH:
            shown_end = max(shown_end, piece.start + ends[0] - piece.other_start)
        if piece.start < shown_end:
            yield piece._replace(end=min(piece.end, shown_end))


def _passages(pieces: Sequence[Piece], texts: tuple[str, str]) -> Iterator[tuple[Side, str]]:
    """Yield each piece's text, as far from the one before it as it stands in its own text."""
    before = " "
    for piece in pieces:
        text = texts[0] if piece.side is Side.ORIGINAL else texts[1]
        space_start = piece.start if before[-1:].isspace() else len(text[: piece.start].rstrip())
        before = text[space_start : piece.end]
        yield piece.side, before
