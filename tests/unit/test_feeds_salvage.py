"""What is whole comes out of feeds that are not, and entries without identity keep theirs."""

import pytest

from octavo.core.types import ParsedFeed, Refusal
from octavo.feeds import parse


def titles(body: bytes) -> list[str]:
    feed = parse(body, "https://post.example/rss")
    assert isinstance(feed, ParsedFeed), feed
    return [entry.title for entry in feed.entries]


def keys(*items: str) -> list[str]:
    feed = parse(f"<rss><channel><title>P</title>{''.join(items)}</channel></rss>".encode())
    assert isinstance(feed, ParsedFeed)
    return [entry.key for entry in feed.entries]


TRAIN = "<rss><channel><title>Post</title><item><title>Zug hält</title><guid>1</guid></item></channel></rss>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declaration", ["", "<?xml version='1.0' encoding='UTF-16'?>"])
def test_wide_encodings_with_and_without_a_mark(encoding: str, declaration: str) -> None:
    assert titles((declaration + TRAIN).encode(encoding)) == ["Zug hält"]


ITEMS = {
    "ko": ("뉴스", "대통령이 다리를 열었다", "오늘 포트엘스터에서 개통식이 열렸다."),
    "ru": ("Вести", "Мэр открыл мост", "Сегодня в порту прошла церемония."),
    "de": ("Zeitung", "Größe der Brücke", "Übermäßig schön für Müßiggänger."),
}


@pytest.mark.parametrize(
    ("language", "encoding", "declared"),
    [*((one, "utf-8", said) for one in ITEMS for said in ("", "utf-8")), ("ko", "euc-kr", "euc-kr")],
)
def test_one_cut_character_costs_no_other(language: str, encoding: str, declared: str) -> None:
    name, title, text = ITEMS[language]
    items = "".join(f"<item><title>{title}</title><description>{text} {n}</description></item>" for n in range(5))
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    body = f"{declaration}<rss><channel><title>{name}</title>{items}</channel></rss>".encode(encoding)
    lost = text[1 if language == "ko" else 0].encode(encoding)
    feed = parse(body.replace(lost, lost[:-1], 1))
    assert isinstance(feed, ParsedFeed)
    assert (feed.title, {entry.title for entry in feed.entries}) == (name, {title})
    assert [entry.summary for entry in feed.entries][1:] == [f"{text} {n}" for n in range(1, 5)]
    assert "characters that cannot be read, replaced" in feed.problems


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Ferry &#55357;&#56832; opens", "Ferry 😀 opens"),
        ("Ferry &#xD83D;&#xde00; opens", "Ferry 😀 opens"),
        ("Ferry &#55357; opens &#xDE00;", "Ferry opens"),
        ("Ferry &#56832;&#55357; opens", "Ferry opens"),
        ("Ferry &#xFFFFFFF; opens &#99999999999999999999;", "Ferry opens"),
        ("Ferry &#x1F600; &#233; opens", "Ferry 😀 é opens"),
    ],
)
def test_references_to_halves_of_characters_are_joined_and_those_to_none_dropped(written: str, title: str) -> None:
    assert titles(f"<rss><channel><item><title>{written}</title></item></channel></rss>".encode()) == [title]


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel><item><title>One<item><title>Two</title>",
        b"<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>",
        b"<rss><channel><item><title>One<link>https://a.example/</item><item><title>Two</item></channel></rss>",
        b"<rss><channel></link><item><title>One</title></guid></item></title><item><title>Two</title></item>",
    ],
)
def test_elements_that_nobody_closed(body: bytes) -> None:
    assert titles(body) == ["One", "Two"]


def test_endless_nesting_leaves_the_other_entries() -> None:
    deep = b"<item><title>Deep</title><description>" + b"<b>" * 20_000 + b"bottom</description></item>"
    feed = parse(b"<rss><channel>" + deep + b"<item><title>Next &</title></item></channel></rss>")
    assert isinstance(feed, ParsedFeed)
    assert [entry.title for entry in feed.entries] == ["Deep", "Next &"]
    assert "bottom" in feed.entries[0].summary
    assert feed.entries[0].summary.count("<b>") < 300


def test_an_entry_without_id_and_link_keeps_its_key_when_its_text_changes() -> None:
    first, second = (
        keys(f"<item><title>Ferry opens</title><description>{n} minutes ago</description></item>") for n in (1, 2)
    )
    assert first == second


def test_entries_of_one_title_are_told_apart_and_the_same_again_is_not() -> None:
    item = "<item><title>Weather</title><description>{}</description></item>"
    assert len(set(keys(item.format("rain"), item.format("sun")))) == 2
    assert len(keys(item.format("rain"), item.format("rain"))) == 1


JSON_ITEM = '{{"id": "{0}", "title": "자전거길 {0}", "content_text": "a \\"items\\": [ in a text }}"}}'
JSON_ITEMS = [JSON_ITEM.format(number) for number in range(4)]
JSON = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{", ".join(JSON_ITEMS)}]}}'


@pytest.mark.parametrize("lost", [1, 2, 10, 40, len(JSON_ITEMS[3]), len(JSON_ITEMS[3]) + 3])
def test_items_of_json_that_came_whole_are_read(lost: int) -> None:
    feed = parse(JSON.encode()[: -lost if lost < 40 else -len(JSON[-lost:].encode()) + 1], "https://post.example/json")
    assert isinstance(feed, ParsedFeed)
    whole = 4 if lost < 3 else 3
    assert [entry.title for entry in feed.entries] == [f"자전거길 {n}" for n in range(whole)]
    assert (feed.title, feed.problems) == ("Post", ("breaks off, what was whole was read",))


def test_one_item_of_json_that_cannot_be_read_costs_no_other() -> None:
    feed = parse(JSON.replace("자전거길 1", "\\ud800 1").encode(), "https://post.example/json")
    assert isinstance(feed, ParsedFeed)
    assert [entry.title for entry in feed.entries] == ["자전거길 0", "자전거길 2", "자전거길 3"]
    assert feed.problems == ("breaks off, what was whole was read",)


def test_json_of_which_no_item_came_whole_is_no_feed() -> None:
    assert isinstance(parse(JSON.encode()[:100], "https://post.example/json"), Refusal)
    assert isinstance(parse(b'{"items": [}', "https://post.example/json"), Refusal)


@pytest.mark.parametrize("lone", ["</height>", "<image></width></image>"])
def test_an_end_without_its_beginning_costs_its_entry_alone(lone: str) -> None:
    items = (f"<item><title>{title} & more <b</title>{inside}</item>" for title, inside in (("Zug", ""), ("Tor", lone)))
    feed = parse(f"<rss><channel><title>Post</title>{lone}{''.join(items)}</channel></rss>".encode())
    assert isinstance(feed, ParsedFeed)
    assert [entry.title for entry in feed.entries] == ["Zug & more"]
    assert "1 entries that cannot be read, left out" in feed.problems
