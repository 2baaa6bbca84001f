"""Looking over a block: what is grouped anew, how it is told, and what is left as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from octavo.core.types import Folded, FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.addresses import address_words
from octavo.stories.learned import learned
from octavo.stories.refold import refold
from tests.unit import happenings
from tests.unit.newsroom import BEGAN

SUMMIT = (
    " The 19 members of the Corvel League met in Port Sable for two days. Their leaders signed a declaration that each "
    "coast of the League is the coast of all. The partners from beyond the straits, Tessaly among them, sat at the "
    "table on the second day, and League secretary Otto Brandis thanked them for keeping the northern straits open. "
    "The summit was guarded by 3,000 police officers, and the harbour of Port Sable stayed closed to yachts."
)
BESIDE_THE_SUMMIT = (
    (happenings.PACT_MADE[0][0], " ".join(text for _, text in happenings.PACT_MADE) + SUMMIT),
    (
        "Harbour museum of Port Sable burns",
        "Flames came through the roof of the old rope works in Port Sable shortly after midnight. Volunteers carried "
        "model ships and a stuffed whale calf to the street. Keeper Jorun Lask wept. The blaze began in a kitchen "
        "where soup for the delegates of the Corvel League had been left on a stove, the fire brigade said. Three "
        "cats were found alive in a lifeboat. The museum held the oldest chart of the northern straits, drawn on a "
        "sealskin, and a collection of knots that sailors had left there in payment for beer. Neighbours formed a "
        "chain and passed buckets from the quay until the engines came from the far side of town." + SUMMIT,
    ),
)
GIPFEL = (
    " Die 19 Mitglieder des Korwelbundes berieten zwei Tage in Sandhafen. Die Staats- und Regierungschefs "
    "unterzeichneten eine Erklärung, wonach jede Küste des Bundes die Küste aller ist. Die Partner von jenseits der "
    "Meerenge, unter ihnen Tessalien, saßen am zweiten Tag mit am Tisch, und Generalsekretär Otto Brandis dankte ihnen "
    "dafür, dass sie die nördliche Meerenge offen halten. 3.000 Polizisten schützten den Gipfel, und der Hafen von "
    "Sandhafen blieb für Jachten gesperrt."
)
NEBEN_DEM_GIPFEL = (
    (
        "Tessalien und Korwelbund gründen Ausschuss für Schiffbau",
        "Tessalien und der Korwelbund haben sich auf einen gemeinsamen Ausschuss für die Zusammenarbeit im Schiffbau "
        "geeinigt, wie das Präsidialamt mitteilte. Die Vereinbarung trafen die Handelsbeauftragte Mara Oduya und "
        "Generalsekretär Otto Brandis am Rande des Gipfels in Sandhafen. Oduya übergab einen Brief von Präsident Arin "
        "Wey. Der Ausschuss soll auf der Ebene von Abteilungsleitern tagen und gemeinsame Werften planen. Beide Seiten "
        "wollen bis zum Frühjahr erste Vorhaben nennen und Ingenieure austauschen." + GIPFEL,
    ),
    (
        "Hafenmuseum in Sandhafen abgebrannt",
        "Kurz nach Mitternacht schlugen Flammen aus dem Dach der alten Seilerei in Sandhafen. Freiwillige trugen "
        "Schiffsmodelle und ein ausgestopftes Walkalb auf die Straße. Die Wärterin Jorun Lask weinte. Das Feuer brach "
        "in einer Küche aus, in der eine Suppe für Gäste des Korwelbundes auf dem Herd vergessen worden war, teilte "
        "die Feuerwehr mit. Drei Katzen wurden lebend in einem Rettungsboot gefunden. Das Museum besaß die älteste "
        "Karte der Meerenge, auf Seehundsfell gezeichnet, und eine Sammlung von Knoten, mit denen Matrosen einst ihr "
        "Bier bezahlt hatten. Nachbarn reichten Eimer vom Kai herauf, bis die Löschzüge kamen." + GIPFEL,
    ),
)


def _told() -> list[tuple[str, FoldInput]]:
    quakes = [*(("north", one) for one in happenings.QUAKE_NORTH), *(("south", one) for one in happenings.QUAKE_SOUTH)]
    return happenings.told(quakes)


def _biased(bar: float) -> Folder:
    """Return a folder whose online decision is off by `bar`, with hindsight as it is."""
    kept = learned(has_vectors=True)
    judge = replace(kept.stories, bar=kept.stories.bar + bar)
    return Folder(local_embedder(), decisions=replace(kept, stories=judge))


def _stories(folded: list[Folded]) -> list[list[str]]:
    stories: dict[str, list[str]] = {}
    for one in folded:
        stories.setdefault(one.story, []).append(one.id)
    return sorted(stories.values())


@pytest.mark.parametrize("bar", [-9.0, 9.0], ids=["all joined", "all apart"])
def test_what_was_folded_wrong_is_put_right(bar: float) -> None:
    pact = [("pact", one) for one in happenings.PACT_MADE]
    labelled = happenings.told([*(("north", one) for one in happenings.QUAKE_NORTH), *pact])
    folding = _biased(bar)
    as_they_came = list(_biased(bar).fold_all(article for _, article in labelled))
    folded = folding.fold_block(article for _, article in labelled)
    wanted = [[one.id for label, one in labelled if label == story] for story in ("north", "pact")]
    assert _stories(as_they_came) != sorted(wanted)
    assert _stories(folded) == sorted(wanted)


def test_an_article_that_starts_a_story_after_all_says_what_keeps_it_apart() -> None:
    labelled = _told()
    folded = {one.id: one for one in _biased(-9.0).fold_block(article for _, article in labelled)}
    first = next(one.id for label, one in labelled if label == "south")
    apart, *signals = folded[first].why
    assert (apart.name, apart.value < 0, apart.detail) == ("apart", True, labelled[0][1].id)
    assert signals


def test_an_article_that_starts_a_story_at_once_says_so_too() -> None:
    folding = Folder(local_embedder())
    folded = [folding.fold(article) for _, article in _told()]
    assert [one.why[0].name for one in folded if one.story == one.id and one.why] == ["apart"]


def test_what_joins_later_follows_its_story() -> None:
    labelled = _told()
    folding = _biased(9.0)
    block = folding.fold_block(article for _, article in labelled)
    again = replace(labelled[1][1], id="again", publisher="Another House")
    assert folding.fold(again).story == block[1].story == block[0].story


def test_stories_of_before_stay_as_they_were_decided() -> None:
    labelled = _told()
    folding = Folder(local_embedder())
    for _, article in labelled[:2]:
        folding.remember(article, "s1", "t1")
    folded = refold([labelled[0][1]], folding)
    assert [one.story for one in folded] == ["s1"]


@pytest.mark.parametrize(
    "reports",
    [BESIDE_THE_SUMMIT, NEBEN_DEM_GIPFEL, (happenings.PACT_AHEAD, *happenings.PACT_MADE)],
    ids=["one background, two events", "one background in German", "told ahead, then done"],
)
def test_what_one_publisher_tells_of_two_things_is_two_stories(reports: tuple[tuple[str, str], ...]) -> None:
    articles = [
        FoldInput(title, title, text, publisher="Echo", published=BEGAN + timedelta(hours=place))
        for place, (title, text) in enumerate(reports)
    ]
    folded = _biased(-9.0).fold_block(articles)
    first, *others = [one.story for one in folded]
    assert len({*others}) == 1
    assert first not in others


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.example/news/2031/03/rail-strike-halts-trains.html", "rail strike halts trains"),
        ("https://a.example/Nachrichten/Z%C3%BCge-stehen-still-12", "Züge stehen still"),
        ("https://a.example/article/83423", ""),
        ("https://a.example/two-words", ""),
        ("", ""),
    ],
)
def test_an_address_tells_its_words(url: str, words: str) -> None:
    assert address_words(url) == words
