"""Bytes to text where a little of them is broken, and where somebody says wrongly what they are."""

import zlib
from time import process_time

import pytest

from octavo.core.decode import is_binary, known_text, text_of

SAID = {
    "ko": "시장은 화요일에 새 다리를 열겠다고 밝혔다. 시민들은 오래 기다려 왔다. ",
    "ja": "市長は火曜日に新しい橋を開通させると発表した。市民は長い間待っていた。",
    "zh": "市长星期二宣布新桥即将开通。市民们已经等待了很久。",
    "ru": "Мэр объявил во вторник, что новый мост откроется до зимы. ",
    "de": "Über die größte Brücke führt eine schöne Straße für Fußgänger. ",
}


def cut(body: bytes, character: bytes) -> bytes:
    """Return `body` without the last byte of the first such character."""
    return body.replace(character, character[:-1], 1)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("claim", ["", "utf-8", "iso-8859-1", "euc-kr"])
def test_one_cut_character_of_utf_8_costs_that_one(language: str, claim: str) -> None:
    text = SAID[language]
    lost = next(one for one in text if not one.isascii())
    headers = {"Content-Type": f"text/xml; charset={claim}"} if claim else {}
    assert text_of(cut(text.encode(), lost.encode()), headers) == text.replace(lost, "\ufffd", 1)


@pytest.mark.parametrize(
    ("language", "encoding", "lost"), [("ko", "euc-kr", "은"), ("ja", "euc-jp", "。"), ("zh", "gb2312", "。")]
)
def test_one_cut_character_of_a_claimed_encoding_costs_that_word(language: str, encoding: str, lost: str) -> None:
    lines = f"{SAID[language]}\n" * 5
    body = f"<?xml version='1.0' encoding='{encoding}'?>{lines}".encode(encoding)
    text = text_of(body.replace(f"{lost}\n".encode(encoding), f"{lost}".encode(encoding)[:-1] + b"\n", 1))
    assert text.count("\ufffd") <= 1
    assert text.endswith(f"{SAID[language]}\n" * 4)


@pytest.mark.parametrize("claim", ["utf-16", "euc-kr", "iso-8859-1", "windows-1251", "utf8mb4", "punycode", "idna"])
@pytest.mark.parametrize("language", SAID)
def test_what_is_utf_8_is_read_so_whatever_is_claimed(language: str, claim: str) -> None:
    body = f'<?xml version="1.0" encoding="{claim}"?>{SAID[language]}'.encode()
    assert text_of(body).endswith(SAID[language])


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("ko", "cp949"), ("ja", "cp932"), ("ja", "euc-jp"), ("zh", "gb18030"), ("ru", "koi8-r"), ("de", "cp1252")],
)
def test_another_encoding_is_not_taken_for_flawed_utf_8(language: str, encoding: str) -> None:
    assert known_text((SAID[language] * 20).encode(encoding), {"content-type": "text/html; charset=utf-8"}) is None


def test_seven_bits_that_stand_for_japanese_are_read_as_they_claim() -> None:
    body = f'<?xml version="1.0" encoding="iso-2022-jp"?>{SAID["ja"]}'.encode("iso-2022-jp")
    assert text_of(body).endswith(SAID["ja"])


def test_a_claim_that_is_slow_to_follow_is_not_followed() -> None:
    body = b"<?xml version='1.0' encoding='punycode'?>\xff" + b"a" * 200_000 + b"-" + b"a" * 200_000
    began = process_time()
    text_of(body)
    assert process_time() - began < 2


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "cp949", "iso2022_kr", "iso2022_jp", "cp932", "gb18030", "koi8-r", "cp1252"]
)
def test_text_in_any_encoding_is_no_binary(language: str, encoding: str) -> None:
    body = f"<p>{SAID[language] * 20}\x00</p>".encode(encoding, "ignore")
    assert not is_binary(body)


def test_what_is_packed_or_drawn_is_binary() -> None:
    packed = zlib.compress(bytes(index * index % 251 for index in range(100_000)))
    for body in (packed, b"<p>" + packed, b"%PDF-1.7\n1 0 obj", b"\x00\x01\x02" * 100):
        assert is_binary(body)
