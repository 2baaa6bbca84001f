"""Editions as files: those that ship, what is refused and in which words, what a mix makes of a publisher."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.editions import Draw, Edition, read_edition, written
from octavo.editions.edition import FILE_LIMIT_BYTES
from octavo.editions.mixing import place_names, place_pattern, standing
from octavo.editions.shipped import shipped
from octavo.sources import packs

INTERFACE = ("en", "ko", "de", "es", "ar", "ja", "ms", "zh")
PLACES = {"KR", "DE", "ES", "MX", "EG", "JP", "MY", "KE", "IN", "GB", "US"}
LEAST = 'languages = ["en"]\n[names]\nen = "Port Almera"\n'


def test_every_place_has_its_edition() -> None:
    editions = shipped()
    assert next(iter(editions)) == "world"
    assert {one.country for one in editions.values()} == {"", *PLACES}
    by_country = {(one.country, one.languages[0]) for one in editions.values() if one.languages}
    assert {("KR", "ko"), ("KR", "en"), ("MY", "ms"), ("MY", "en"), ("MY", "zh")} <= by_country


@pytest.mark.parametrize("edition", shipped().values(), ids=lambda one: one.slug)
def test_a_shipped_edition_is_whole(edition: Edition) -> None:
    assert set(edition.names) >= set(INTERFACE)
    assert edition.draws
    assert 0 < edition.rest < max(one.weight for one in edition.draws)
    assert sum(one.share for one in edition.draws) <= 0.5
    assert read_edition(written(edition)) == edition
    own = [one for one in edition.draws if ":" not in one.source and packs.pick(one.source).country == edition.country]
    assert own or not edition.country or edition.country == "EG"


words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn", "Zs"]), min_size=1, max_size=20
)
editions = st.builds(
    Edition,
    slug=st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True),
    names=st.dictionaries(st.sampled_from(INTERFACE), words, min_size=1),
    languages=st.lists(st.sampled_from(INTERFACE), max_size=4).map(tuple),
    country=st.sampled_from(["", "KR", "EG"]),
    city=words,
    time_zone=st.sampled_from(["UTC", "Asia/Seoul"]),
    places=st.lists(words, max_size=4).map(tuple),
    sections=st.lists(st.sampled_from(["politics", "sport"]), max_size=2).map(tuple),
    draws=st.lists(
        st.builds(
            Draw,
            source=st.sampled_from(["korea", "korea/yonhap", "country:KR", "language:ko"]),
            weight=st.floats(0, 3),
            share=st.floats(0, 1),
        ),
        max_size=4,
    ).map(tuple),
    rest=st.floats(0, 3),
)


@given(editions)
def test_what_is_written_is_read_back(edition: Edition) -> None:
    assert read_edition(written(edition)) == edition


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("languages =", "not TOML"),
        ('colour = "red"\n' + LEAST, "has no 'colour'"),
        ('languages = ["en"]', "has names"),
        ('country = "kr"\n' + LEAST, "two capitals like KR"),
        ('time_zone = "Mars/Olympus"\n' + LEAST, "one like Asia/Seoul"),
        ('sections = ["gossip"]\n' + LEAST, "there is no section 'gossip'"),
        ("rest = 7\n" + LEAST, "a number from 0 to 3"),
        ("rest = true\n" + LEAST, "a number from 0 to 3"),
        ("rest = nan\n" + LEAST, "a number from 0 to 3"),
        ('languages = "en"\n[names]\nen = "A"', "is a list"),
        (LEAST + '[[draws]]\nfrom = "korae"', "did you mean korea"),
        (LEAST + '[[draws]]\nfrom = "country:Korea"', "country:KR"),
        (LEAST + "[[draws]]\nweight = 2", 'from = "PACK"'),
        (LEAST + '[[draws]]\nfrom = "korea"\nshare = 2', "a number from 0 to 1"),
        ('slug = "../etc"\n' + LEAST, "small letters, digits and hyphens"),
        ('city = "a\\nb"\n' + LEAST, "one line"),
        ("#" * FILE_LIMIT_BYTES + "\n" + LEAST, "at most"),
    ],
)
def test_a_wrong_file_gets_one_clear_line(text: str, told: str) -> None:
    with pytest.raises(BadInput) as error:
        read_edition(text, "port-almera")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(max_size=200))
def test_any_text_is_an_edition_or_refused(text: str) -> None:
    with suppress(BadInput):
        assert read_edition(text, "any").names


def test_a_publisher_is_of_the_first_draw_that_names_it() -> None:
    mix = (Draw("korea/yonhap", 2.0), Draw("korea", 1.5), Draw("country:IE", 1.2), Draw("language:sw", 0.9))
    edition = Edition("x", {"en": "X"}, draws=mix, rest=0.3)
    weights = [
        standing(edition, *publisher).weight
        for publisher in (
            ("yna.co.kr", "KR", ("ko",)),
            ("hani.co.kr", "KR", ("ko",)),
            ("post.example", "IE", ("en",)),
            ("gazeti.example", "TZ", ("sw", "en")),
            ("post.example", "TZ", ("en", "sw")),
        )
    ]
    assert weights == [2.0, 1.5, 1.2, 0.9, 0.3]


@pytest.mark.parametrize(
    ("headline", "is_here"),
    [
        ("Flood warnings across India", True),
        ("Indian voters go to the polls", True),
        ("India's monsoon is late", True),
        ("A storm reaches Indiana", False),
        ("Neu-Delhi hat gewählt", False),
        ("인도 총리 방한", True),
        ("Le marché indien", False),
        ("인도네시아 화산 분화", False),
        ("인도·인도네시아 정상회담", True),
    ],
)
def test_a_headline_tells_that_it_is_about_the_place(headline: str, is_here: bool) -> None:
    pattern = place_pattern(place_names("IN", ("Indian",), ("en", "ko")), ("en", "ko"))
    assert pattern is not None
    assert bool(pattern.search(headline)) is is_here


@pytest.mark.parametrize(
    ("country", "places", "language", "headline", "is_here"),
    [
        ("EG", (), "ar", "مصر تعلن خطة للسياحة", True),
        ("EG", (), "ar", "الرئيس المصري يزور الميناء", True),
        ("EG", (), "ar", "وزير الري: لمصر حصتها", True),
        ("EG", (), "ar", "مصرع خمسة في حادث بتركيا", False),
        ("EG", (), "ar", "مصرف لبنان يرفع الفائدة", False),
        ("MA", (), "ar", "اتفاق للمغرب مع جيرانه", True),
        ("NE", (), "en", "Niger opens a dam", True),
        ("NE", (), "en", "Nigeria opens a dam", False),
        ("SD", (), "en", "Talks end in South Sudan", False),
        ("SD", (), "en", "Talks between Sudan and South Sudan end", True),
        ("KR", ("Korea",), "en", "South Korea opens a bridge", True),
        ("KR", ("Korea",), "en", "North Korea opens a bridge", False),
        ("IN", (), "ja", "インドネシアで噴火", False),
        ("IN", (), "ja", "インドで選挙", True),
        ("GN", (), "zh", "几内亚比绍举行选举", False),
        ("IE", (), "en", "Storm reaches Northern Ireland", False),
        ("IE", (), "en", "Storm leaves Northern Ireland for Ireland", True),
        ("IE", (), "ko", "북아일랜드에 폭풍", False),
        ("MX", (), "es", "Incendio en Nuevo México", False),
        ("MX", (), "es", "Incendio en México", True),
        ("IN", (), "ja", "インド洋で地震", False),
        ("GB", ("Northern Ireland",), "en", "Storm reaches Northern Ireland", True),
    ],
)
def test_a_place_is_not_found_within_other_words_or_other_countries(
    country: str, places: tuple[str, ...], language: str, headline: str, is_here: bool
) -> None:
    pattern = place_pattern(place_names(country, places, (language,)), (language,))
    assert pattern is not None
    assert bool(pattern.search(headline)) is is_here


def test_the_world_has_no_names() -> None:
    assert place_pattern(place_names("", (), ("en",)), ("en",)) is None
