"""What is attached to entries to be listened to or watched. All programmes here are invented."""

import json
from time import process_time

import pytest

from octavo.core.types import Entry, MediaFile, ParsedFeed
from octavo.feeds import parse
from tests.unit.test_feeds import atom, item, only, rss

URL = "https://post.example/fog.mp3"
TITLED = "<title>Fog at sea</title><link>/fog</link>"
PATIENT = "&nbsp;"
"""What only the patient reader takes."""


def of(fields: str, channel: str = "") -> Entry:
    return only(rss(item(f"{TITLED}{fields}"), channel and f"<description>{channel}</description>"))


@pytest.mark.parametrize("reader", ["", PATIENT])
@pytest.mark.parametrize(
    ("told", "size_bytes"),
    [
        ("41234567", 41_234_567),
        (" 41234567 ", 41_234_567),
        *((told, None) for told in ("", "0", "1", "-5", "41 MB", "4e7", "NaN", "٤١٢٣٤٥٦٧", "9" * 30, "9" * 5000)),
    ],
)
def test_a_size_that_cannot_be_true_is_none(told: str, size_bytes: int | None, reader: str) -> None:
    entry = of(f"<enclosure url='{URL}' type='audio/mpeg' length='{told}'/>", reader)
    assert entry.playable == (MediaFile(URL, "audio/mpeg", size_bytes),)


@pytest.mark.parametrize("reader", ["", PATIENT])
@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("2590", 2590),
        ("43:10", 2590),
        ("00:43:10", 2590),
        ("1:02:03", 3723),
        ("90:00", 5400),
        ("2590.7", 2590),
        *((told, None) for told in ("", "0", "-10", "an hour", "1:2:3:4", "2590000", "9" * 400, "inf", "99:00:00")),
    ],
)
def test_a_length_that_cannot_be_true_is_none(told: str, seconds: int | None, reader: str) -> None:
    entry = of(f"<enclosure url='{URL}' type='audio/mpeg'/><itunes:duration>{told}</itunes:duration>", reader)
    assert entry.playable == (MediaFile(URL, "audio/mpeg", None, seconds),)


@pytest.mark.parametrize(
    ("url", "told", "kind"),
    [
        ("fog.mp3", "audio/mpeg", "audio/mpeg"),
        ("fog.mp3", "AUDIO/MPEG; charset=binary", "audio/mpeg"),
        ("fog.mp3", "audio/mp3 (44 kHz)", "audio/mp3"),
        ("fog.mp3?source=feed", "", "audio/mpeg"),
        ("fog.M4A", "application/octet-stream", "audio/mp4"),
        ("fog.ogg", "application/ogg", "audio/ogg"),
        ("fog.mp4", "mp4", "video/mp4"),
        ("fog.mp3", "audio", "audio/mpeg"),
        ("play", "video/mp4", "video/mp4"),
        ("fog.mp3", "audio/" + "x" * 9000, "audio/" + "x" * 94),
        ("fog.mp3", "x" * 9000, "audio/mpeg"),
    ],
)
def test_a_type_is_told_by_what_is_said_or_by_the_address(url: str, told: str, kind: str) -> None:
    assert of(f"<enclosure url='/{url}' type='{told}'/>").playable == (MediaFile(f"https://post.example/{url}", kind),)


@pytest.mark.parametrize("fields", ["/fog.jpg' type='image/jpeg", "/fog.jpg", "/fog.pdf' type='application/pdf"])
def test_pictures_and_papers_are_not_playable(fields: str) -> None:
    entry = of(f"<enclosure url='{fields}'/>")
    assert entry.playable == ()
    assert entry.image == ("https://post.example/fog.jpg" if "jpg" in fields else "")


def test_every_format_tells_size_and_length() -> None:
    told = MediaFile(URL, "audio/mpeg", 41_000_000, 2590)
    link = f'<link rel="enclosure" href="{URL}" type="audio/mpeg" length="41000000"/>'
    attached = {"url": URL, "mime_type": "audio/mpeg", "size_in_bytes": 41_000_000, "duration_in_seconds": 2590.4}
    items = [{"id": "1", "title": "Fog", "url": "https://post.example/fog", "attachments": [attached, {"url": 7}]}]
    feeds = (
        atom(f'<entry><id>1</id><title>Fog</title><link href="/fog"/>{link}</entry>'),
        rss(item(f"{TITLED}<media:content url='{URL}' type='audio/mpeg' fileSize='41000000' duration='2590'/>")),
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": items}).encode(),
    )
    in_atom, *others = [only(body).playable for body in feeds]
    assert in_atom == (MediaFile(URL, "audio/mpeg", 41_000_000),)
    assert others == [(told,), (told,)]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//a.mp3",
        "data:audio/mpeg;base64,AA",
        "file:///a.mp3",
        "http://",
        "ftp://a/b",
    ],
)
@pytest.mark.parametrize("reader", ["", PATIENT])
def test_only_addresses_of_the_web_are_attached(address: str, reader: str) -> None:
    attached = f"<enclosure url='{address}' type='audio/mpeg'/><enclosure url='{URL}' type='audio/mpeg'/>"
    assert [one.url for one in of(attached, reader).playable] == [URL]


def test_names_and_passwords_in_addresses_are_left_out() -> None:
    (file,) = of("<enclosure url='https://ada:secret@post.example/fog.mp3' type='audio/mpeg'/>").playable
    assert file.url == URL


def test_thousands_of_enclosures_are_cut_in_no_time() -> None:
    many = "".join(
        f"<enclosure url='/{number}.mp3' type='audio/mpeg' length='{'9' * 99}'/>" for number in range(20_000)
    )
    began = process_time()
    parsed = parse(rss(item(f"{TITLED}{many}")), "https://post.example/rss")
    assert process_time() - began < 5
    assert isinstance(parsed, ParsedFeed)
    assert [len(entry.media) for entry in parsed.entries] == [20]
