"""Every starter pack is of one form, so that people can edit them and see at once what is wrong."""

import re
from collections import Counter

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput, Fatal
from octavo.sources import packs
from octavo.sources.packs import Pack
from octavo.sources.sections import GROUPS

PACKS = {pack.name: pack for pack in packs.load_all()}
OWN = {name: packs._file(name) for name in packs.names()}
"""Each pack as its file has it, without what it includes."""
PUBLISHERS = [publisher for pack in OWN.values() for publisher in pack.publishers]
COUNTRIES = [pack for pack in PACKS.values() if pack.country]

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
ENGLISH = Locale("en")
SCRIPTS = {
    "am": r"[\u1200-\u137f]",
    "ar": r"[\u0600-\u06ff]",
    "bg": r"[\u0400-\u04ff]",
    "bn": r"[\u0980-\u09ff]",
    "el": r"[\u0370-\u03ff]",
    "fa": r"[\u0600-\u06ff]",
    "gu": r"[\u0a80-\u0aff]",
    "he": r"[\u0590-\u05ff]",
    "hi": r"[\u0900-\u097f]",
    "ja": r"[\u3040-\u30ff\u4e00-\u9fff]",
    "ka": r"[\u10a0-\u10ff]",
    "km": r"[\u1780-\u17ff]",
    "ko": r"[\uac00-\ud7a3]",
    "mk": r"[\u0400-\u04ff]",
    "ml": r"[\u0d00-\u0d7f]",
    "mr": r"[\u0900-\u097f]",
    "my": r"[\u1000-\u109f]",
    "ru": r"[\u0400-\u04ff]",
    "th": r"[\u0e00-\u0e7f]",
    "ti": r"[\u1200-\u137f]",
    "uk": r"[\u0400-\u04ff]",
    "ur": r"[\u0600-\u06ff]",
    "zh": r"[\u4e00-\u9fff]",
}
LATIN_NAMED = {
    *("mediapool", "dir-bg", "vesti-bulgaria", "nova-bulgaria", "offnews", "actualno"),
    *("gol-bg", "sportal", "puls-bg", "burgas-news", "varna-novini"),
    *("khmer-times-khmer", "civil-georgian", "ghn", "news-ge", "newpress"),
    *("in-gr", "documento", "capital-gr", "alpha-tv-greece", "mega-tv", "newsbomb"),
    *("newsit", "newsbeast", "lifo", "reporters-united", "solomon", "thepressproject"),
    *("rosa-gr",),
    *("medical-tribune", "jtbc", "mbn", "bb-lv", "mixnews", "the-insider"),
    *("vc-ru", "ithome-taiwan", "mashdigi", "the-standard-thailand", "the-matter", "workpoint-today"),
    *("bright-tv", "itc"),
}
"""Publishers of such a language that call themselves by Latin letters."""
DEAD_OR_BORROWED = re.compile(
    r"feedburner|feedproxy|feeds2\.|news\.google\.|google\.com/reader|rssmix|rsshub|fetchrss|rss\.app/|politepol|siftrss|"
    r"jsessionid|phpsessid|[?&](sid|api_?key|token)=|/search/[^?]*feed",
    re.IGNORECASE,
)
"""Services that closed, feeds that others make from pages, aggregators' searches, sessions and keys."""


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_pack(pack: Pack) -> None:
    assert re.fullmatch(SLUG, pack.name)
    assert pack.title == pack.title.strip() != ""
    assert pack.english != pack.title
    assert pack.country == "" or pack.country in ENGLISH.territories
    assert all(language in ENGLISH.languages for language in pack.languages)
    assert 10 <= pack.feeds_count <= 200
    assert pack.feeds_count >= len(pack.publishers) >= 8


@pytest.mark.parametrize("pack", OWN.values(), ids=list(OWN))
def test_a_pack_says_where_its_own_addresses_come_from(pack: Pack) -> None:
    assert bool(pack.provenance) == bool(pack.publishers)
    assert all(re.search(r", (MIT|CC0-1\.0)$", source) for source in pack.provenance)


@pytest.mark.parametrize("pack", OWN.values(), ids=list(OWN))
def test_publishers(pack: Pack) -> None:
    for publisher in pack.publishers:
        assert re.fullmatch(SLUG, publisher.slug)
        assert publisher.name == publisher.name.strip() != "", publisher
        assert publisher.country == "" or publisher.country in ENGLISH.territories, publisher
        assert publisher.languages, publisher
        assert all(language in ENGLISH.languages for language in publisher.languages), publisher
        assert publisher.feeds, publisher
        for url in (publisher.home, *publisher.feeds.values()):
            assert re.fullmatch(r"https://[a-z0-9.-]+(/\S*)?", url)
            assert not DEAD_OR_BORROWED.search(url)


@pytest.mark.parametrize("pack", OWN.values(), ids=list(OWN))
def test_publishers_are_named_in_their_own_script_with_an_english_name_beside(pack: Pack) -> None:
    for publisher in (found for found in pack.publishers if found.languages[0] in SCRIPTS):
        if publisher.slug in LATIN_NAMED:
            assert publisher.name.isascii(), publisher
            assert publisher.english == "", publisher
        else:
            assert re.search(SCRIPTS[publisher.languages[0]], publisher.name), publisher
            assert publisher.english, publisher
            assert publisher.english.isascii(), publisher


def test_nothing_is_written_down_twice() -> None:
    addresses = [
        re.sub(r"^(www\.)|/$", "", url.removeprefix("https://"))
        for publisher in PUBLISHERS
        for url in publisher.feeds.values()
    ]
    for what in (addresses, [publisher.slug for publisher in PUBLISHERS], [pack.title for pack in PACKS.values()]):
        assert [name for name, count in Counter(what).items() if count > 1] == []
    for pack in OWN.values():
        assert len(set(pack.includes)) == len(pack.includes)


def test_the_packs_reach_around_the_world() -> None:
    assert len({pack.country for pack in COUNTRIES}) == len(COUNTRIES) >= 45
    assert sum(pack.feeds_count for pack in OWN.values()) >= 1_000
    assert {pack.group for pack in PACKS.values()} == set(GROUPS)
    assert sum(pack.group == "topics" for pack in PACKS.values()) >= 8


def test_korea_is_the_fullest_and_speaks_korean_before_english() -> None:
    assert max(COUNTRIES, key=lambda pack: pack.feeds_count).name == "korea"
    assert PACKS["korea"].languages == ("ko", "en")
    assert sum("ko" in publisher.languages for publisher in PACKS["korea"].publishers) >= 30


def test_a_pack_includes_feeds_of_others_by_reference() -> None:
    guardian = next(found for found in PACKS["climate"].publishers if found.slug == "guardian")
    assert list(guardian.feeds) == ["climate"]
    assert guardian.feeds["climate"] == OWN["united-kingdom"].publishers[2].feeds["climate"]
    npr = next(found for found in PACKS["world"].publishers if found.slug == "npr")
    assert list(npr.feeds) == ["middle-east", "europe", "asia"]


def test_a_languages_pack_gathers_the_main_feeds_of_the_countries_that_write_in_it() -> None:
    spanish = PACKS["spanish"]
    assert spanish.languages == ("es",)
    assert {"AR", "CL", "CO", "CR", "DO", "ES", "MX", "VE"} <= {found.country for found in spanish.publishers}
    assert spanish.feeds_count == len(spanish.publishers)


def test_korean_is_the_fullest_language_and_holds_every_feed_in_korean() -> None:
    languages = [pack for pack in PACKS.values() if pack.group == "languages"]
    assert max(languages, key=lambda pack: pack.feeds_count).name == "korean"
    assert PACKS["korean"].languages == ("ko",)
    in_korean = {url for one in PUBLISHERS if one.languages[0] == "ko" for url in one.feeds.values()}
    assert {url for one in PACKS["korean"].publishers for url in one.feeds.values()} == in_korean


def test_a_part_of_a_pack_is_picked() -> None:
    assert packs.pick("korea") == PACKS["korea"]
    assert packs.pick("korea/").feeds_count == PACKS["korea"].feeds_count
    (hani,) = packs.pick("korea/hani").publishers
    assert hani.name == "한겨레"
    (sport,) = packs.pick("korea/hani/sport").publishers
    assert list(sport.feeds) == ["sport"]


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("koreaa", r"no pack 'koreaa'; did you mean korea or korean\?$"),
        ("zanzibar-coast", "no pack 'zanzibar-coast'; octavo packs lists them$"),
        ("korea/hanni", r"no publisher 'hanni'; did you mean hani"),
        ("korea/hani/sports", r"no feed 'sports'; did you mean sport\?$"),
        ("korea/hani/sport/x", "write PACK, PACK/PUBLISHER"),
    ],
)
def test_a_wrong_name_is_answered_with_what_is_near(reference: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        packs.pick(reference)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("kr", {"korea"}),
        ("한국", {"korea", "korean"}),
        ("KOREA", {"korea", "korean"}),
        ("oceania", {"australia", "new-zealand"}),
        ("security", {"cybersecurity", "defence"}),
        ("hankyoreh", set()),
    ],
)
def test_packs_are_found_by_a_word(word: str, names: set[str]) -> None:
    assert {pack.name for pack in packs.find(word)} == names


def test_publishers_are_found_by_their_names_in_either_script() -> None:
    assert [pack.name for pack in packs.find_publishers("한겨레")] == ["korea"]
    (found,) = packs.find_publishers("hankyoreh")
    assert {publisher.slug for publisher in found.publishers} == {"hani", "hani-english"}
    assert packs.find_publishers("no such newspaper") == []


@pytest.mark.parametrize(
    ("language", "country", "name"),
    [
        ("ko", "KR", "korea"),
        ("en", "KR", "korea"),
        ("fr", "CH", "switzerland"),
        ("es", "UY", "spanish"),
        ("de", "KR", "german"),
        ("ko", "", "korean"),
        ("ko", "US", "korean"),
        ("sv", "AX", "sweden"),
        ("nl", "SR", ""),
        ("en", "JM", ""),
        ("C", "", ""),
        ("", "", ""),
    ],
)
def test_a_reader_is_given_the_countrys_pack_or_the_languages(language: str, country: str, name: str) -> None:
    assert packs.at_home(language, country) == name


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_a_sample_takes_of_each_country_in_turn(pack: Pack) -> None:
    few = pack.sample(20)
    assert few.feeds_count == len(few.publishers) == min(20, len(pack.publishers))
    there = Counter(publisher.country for publisher in pack.publishers)
    taken = Counter(publisher.country for publisher in few.publishers)
    for country in there:
        assert taken[country] == there[country] or taken[country] >= max(taken.values()) - 1


WHOLE = 'title = "Odd"\ngroup = "asia"\n[publishers.a]\nname = "A"\nhome = "https://a.example/"\nfeeds.top = "x"\n'


@pytest.mark.parametrize(
    "text",
    [
        'title = "No group"',
        'title = "Odd"\ngroup = "moon"',
        'title = "Odd"\ngroup = "asia"\ncolour = "red"',
        'title = "Odd"\ngroup = "asia"\n[publishers.a]\nname = "A"',
        'title = "Odd"\ngroup = "asia"\n[publishers.a]\nname = "A"\nhome = "https://a.example/"\nfeeds.gossip = "x"',
        'title = "Odd"\ngroup = "asia"\npublishers = 3',
        f"{WHOLE}languages = 'ko'",
        f"{WHOLE}languages = [7]",
        f"{WHOLE}country = 82",
        f"{WHOLE}feeds.news = 7",
        WHOLE.replace('feeds.top = "x"', "feeds = {}"),
        "title = ",
        'title = 7\ngroup = "asia"',
        'title = "Odd"\ngroup = {asia = 1}',
        'title = "Odd"\ngroup = "asia"\nincludes = "korea"',
        'title = "Odd"\ngroup = "asia"\nlanguages = [{ko = 1}]',
        'title = "Odd"\ngroup = "asia"\nincludes = ' + "[" * 5_000,
    ],
)
def test_a_file_of_another_form_is_named(text: str) -> None:
    with pytest.raises(Fatal, match=r"odd\.toml"):
        packs._pack("odd", text.encode())


facts = st.sampled_from([*packs._PACK_FORM, *packs._PUBLISHER_FORM, "publishers"])
values = st.sampled_from(
    ["7", "true", '""', '"asia"', "[]", '["ko"]', "[[]]", "{}", "{a = 1}", '{top = "x"}', "2026-03-04", "nan"]
)


@given(st.dictionaries(facts, values), st.dictionaries(facts, values), st.binary(max_size=20))
def test_any_file_is_a_pack_or_named(of_pack: dict[str, str], of_publisher: dict[str, str], junk: bytes) -> None:
    written = {"title": '"Odd"', "group": '"asia"', **of_pack}
    publisher = {"name": '"A"', "home": '"https://a.example/"', "feeds": '{top = "x"}', **of_publisher}
    parts = ("\n".join(f"{name} = {value}" for name, value in part.items()) for part in (written, publisher))
    text = "\n[publishers.a]\n".join(parts).encode()
    for body in (text, text + junk, junk):
        try:
            pack = packs._pack("odd", body)
        except Fatal:
            continue
        assert packs._with(pack, pack.main().publishers).feeds_count == len(pack.publishers)
