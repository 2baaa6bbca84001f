"""Every starter pack is of one form, so that people can edit them and see at once what is wrong."""

import re
from collections import Counter
from importlib.resources import files
from urllib.parse import urlsplit

import pytest

from octavo.core.errors import Fatal
from octavo.sources import packs
from octavo.sources.packs import Pack, PackPublisher

PACKS = packs.load()
LANGUAGE = re.compile(r"[a-z]{2}")
COUNTRY = re.compile(r"[A-Z]{2}")
SCRIPTS = {"ko": r"[가-힣]", "ja": r"[\u3040-\u30ff\u4e00-\u9fff]", "ar": r"[\u0600-\u06ff]", "hi": r"[\u0900-\u097f]"}
LATIN_NAMED = {"JTBC", "MBN"}
"""Publishers of such a language that call themselves by Latin letters."""


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_pack(pack: Pack) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", pack.name)
    assert files("octavo.sources").joinpath("packs_data", f"{pack.name}.toml").is_file()
    assert pack.title
    assert pack.topics
    assert pack.provenance
    assert all(re.search(r"(MIT|CC0-1\.0)$", source) for source in pack.provenance)
    assert pack.country == "" or COUNTRY.fullmatch(pack.country)
    assert all(LANGUAGE.fullmatch(language) for language in pack.languages)
    assert 15 <= pack.feeds_count <= 60


@pytest.mark.parametrize(
    "publisher", [publisher for pack in PACKS.values() for publisher in pack.publishers], ids=lambda found: found.name
)
def test_publisher(publisher: PackPublisher) -> None:
    assert publisher.name == publisher.name.strip() != ""
    assert publisher.country == "" or COUNTRY.fullmatch(publisher.country)
    assert publisher.languages
    assert publisher.feeds
    for url in (publisher.home, *publisher.feeds):
        assert urlsplit(url).scheme in ("http", "https")
        assert urlsplit(url).hostname
    script = SCRIPTS.get(publisher.languages[0])
    assert script is None or re.search(script, publisher.name) or publisher.name in LATIN_NAMED


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_nothing_stands_twice_in_a_pack(pack: Pack) -> None:
    for what in (
        [publisher.name for publisher in pack.publishers],
        [feed.rstrip("/") for publisher in pack.publishers for feed in publisher.feeds],
    ):
        assert [name for name, count in Counter(what).items() if count > 1] == []


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_a_packs_languages_are_those_of_its_publishers(pack: Pack) -> None:
    spoken = {language for publisher in pack.publishers for language in publisher.languages}
    assert set(pack.languages) == spoken


def test_korea_is_the_fullest_and_speaks_korean_and_english() -> None:
    assert max(PACKS.values(), key=lambda pack: pack.feeds_count).name == "korea"
    assert PACKS["korea"].languages == ("ko", "en")


def test_a_file_of_another_form_is_named() -> None:
    with pytest.raises(Fatal, match=r"odd\.toml"):
        packs._pack("odd.toml", 'name = "odd"')
