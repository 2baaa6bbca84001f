"""From an e-mail's bytes to an entry, on invented letters."""

from datetime import UTC, datetime
from email.message import EmailMessage
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.links import LETTER_PICTURES
from octavo.core.types import Refusal
from octavo.extract import from_entry
from octavo.feeds.letter_html import cleaned, from_plain
from octavo.feeds.letters import Letter, read
from tests.farm.mail import PIXEL, letter

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def understood(raw: bytes) -> Letter:
    found = read(raw, NOW)
    assert isinstance(found, Letter), found
    return found


def plain_letter(text: bytes, *headers: bytes) -> bytes:
    given = {header.partition(b":")[0].lower() for header in headers}
    usual = (b"From: Ada <ada@post.example>", b"Subject: News", b"Message-ID: <1@post.example>")
    lines = [*headers, *(line for line in usual if line.partition(b":")[0].lower() not in given)]
    return b"\r\n".join([*lines, b"", text])


def test_a_letter_says_what_it_is_and_who_sent_it() -> None:
    found = understood(letter(sent=NOW).as_bytes())
    assert (found.newsletter, found.title, found.sender) == (
        "mornings.post.example",
        "The Elster Post",
        "The Elster Post",
    )
    assert found.sender_host == "mail.post.example"
    entry = found.entry
    assert (entry.key, entry.title, entry.published) == ("1@mail.post.example", "A ferry ran aground", NOW)
    assert entry.url.startswith("urn:octavo:letter:")


def test_its_text_is_the_article_and_nothing_that_is_ada_s_own() -> None:
    found = understood(letter().as_bytes())
    article = from_entry(found.entry, found.entry.url, "newsletter")
    assert article.text.split("\n") == [
        "A ferry ran aground",
        "The ferry Aurora ran aground in the fog on Monday evening near Velmora, and all 120 passengers were brought"
        " ashore before midnight, the coast guard said.",
        "Read the whole report, héllo — 안녕.",
    ]
    for gone in ("ada", "track.example", "nsubscribe", "browser", "Hidden", "<table"):
        assert gone not in found.entry.content
    ((name, body),) = found.pictures
    assert body == PIXEL
    assert f'src="{LETTER_PICTURES}{name}"' in article.html


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("euc-kr", "euc-kr"),
        ("ks_c_5601-1987", "cp949"),
        ("iso-2022-kr", "iso-2022-kr"),
        ("no-such-charset", "utf-8"),
        ("us-ascii", "utf-8"),
        ("utf-8", "euc-kr"),
    ],
)
def test_text_is_read_whatever_charset_it_claims(charset: str, encoding: str) -> None:
    text = "여객선 오로라호가 월요일 저녁 짙은 안개 속에서 좌초했다. 승객 백이십 명은 모두 구조됐다."
    raw = plain_letter(text.encode(encoding), f"Content-Type: text/plain; charset={charset}".encode())
    assert text in understood(raw).entry.content


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?utf-8?B?7JWI64WV?= news", "안녕 news"),
        (b"=?euc-kr?Q?=BE=C8=B3=E7?=", "안녕"),
        (b"=?ks_c_5601-1987?B?vsiz5w==?=", "안녕"),
        ("안녕".encode(), "안녕"),
        (b"=?utf-8?B?broken!?=", "=?utf-8?B?broken!?="),
        (b"=?x-unknown?Q?plain?=", "plain"),
        (b"a folded\r\n subject", "a folded subject"),
        (b"", "The ferry sailed again."),
    ],
)
def test_subjects_in_every_spelling(subject: bytes, title: str) -> None:
    assert understood(plain_letter(b"The ferry sailed again.", b"Subject: " + subject)).entry.title == title


@pytest.mark.parametrize(
    ("headers", "newsletter", "title"),
    [
        ([b"List-Id: <Mornings.Post.Example>"], "mornings.post.example", "Ada"),
        ([b'List-Id: "Mornings" <m.post.example>', b"From: ada@post.example"], "m.post.example", "Mornings"),
        ([b"From: =?utf-8?B?7JWI64WV?= <Ada@Post.example>"], "ada@post.example", "안녕"),
        ([b"From: ada@post.example"], "ada@post.example", "ada@post.example"),
    ],
)
def test_which_newsletter_it_belongs_to(headers: list[bytes], newsletter: str, title: str) -> None:
    found = understood(plain_letter(b"The ferry sailed again.", *headers))
    assert (found.newsletter, found.title) == (newsletter, title)


def test_without_an_id_the_whole_letter_is_the_key() -> None:
    one, other = (plain_letter(text, b"Message-ID: ") for text in (b"One ferry.", b"Another ferry."))
    assert understood(one).entry.key == understood(one).entry.key != understood(other).entry.key


@pytest.mark.parametrize("date", [b"Thu, 01 Jan 1970 00:00:00 +0000", b"Thu, 01 Jan 2099 00:00:00 +0000", b"soon"])
def test_dates_that_cannot_be_true_are_left_out(date: bytes) -> None:
    assert understood(plain_letter(b"The ferry.", b"Date: " + date)).entry.published is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no-sender"),
        (b"\x00\xff\xfe", "no-sender"),
        (plain_letter(b"  \r\n"), "empty"),
        (plain_letter(b"I am away.", b"Auto-Submitted: auto-replied"), "not-a-letter"),
        (plain_letter(b"--b\r\n", b"Content-Type: multipart/report; boundary=b"), "not-a-letter"),
        (plain_letter(b"x" * (10 * 2**20)), "too-large"),
    ],
)
def test_what_is_no_letter_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    found = read(raw, NOW)
    assert isinstance(found, Refusal)
    assert found.reason == reason


def test_attachments_are_no_text() -> None:
    message = EmailMessage()
    message["From"] = "ada@post.example"
    message.set_content("The ferry sailed again.")
    message.add_attachment("A table of tides.", filename="tides.txt")
    assert "tides" not in understood(message.as_bytes()).entry.content


def test_plain_letters_become_paragraphs() -> None:
    text = (
        "Dear all,\n\nthe ferry Aurora ran aground in the fog on Monday evening near\nVelmora. See"
        " https://post.example/a?b=1&c=2.\nYours\nAda\n\n-- \nThe Elster Post"
    )
    assert from_plain(text, is_flowed=False).split("\n") == [
        "<p>Dear all,</p>",
        "<p>the ferry Aurora ran aground in the fog on Monday evening near Velmora. See"
        ' <a href="https://post.example/a?b=1&amp;c=2">https://post.example/a?b=1&amp;c=2</a>.<br>Yours<br>Ada</p>',
    ]
    assert from_plain("one \ntwo\nthree", is_flowed=True) == "<p>one two<br>three</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://t.example/o" width=1 height=1>',
        '<img src="https://t.example/o" style="width:0px;height:0px">',
        '<img src="https://t.example/o" style="display:none">',
        '<img src="cid:missing">',
        '<div style="mso-hide:all"><span style="display:none">Hidden</span></div>',
        '<p>이 메일을 받고 싶지 않으시면 <a href="https://t.example/u">수신거부</a></p>',
        '<p><a href="https://t.example/p">Manage your email preferences</a> | <a href="https://t.example/u">Abmelden</a>',
        "<p style='font-size:0'>Preview</p>",
        "<script>alert(1)</script><style>p{}</style><title>News</title>",
    ],
)
def test_what_serves_the_sender_goes(html: str) -> None:
    clean = cleaned(f"<html><body>{html}<p>The ferry sailed again.</p></body></html>", {}, [])
    assert clean.startswith("<p>The ferry sailed again.")


def test_of_a_long_paragraph_only_the_link_goes() -> None:
    text = "The ferry sailed again. " * 20
    clean = cleaned(f'<p>{text}<a href="https://t.example/u">Unsubscribe</a></p>', {}, [])
    assert clean == f"<p>{text}</p>"


def test_tables_of_figures_stay() -> None:
    table = "<table><tbody><tr><th>Ferry</th><td>120</td></tr></tbody></table>"
    assert cleaned(table, {}, []) == table


PIECES = ["<div style='display:none'>", "</div>", "<p>", "<a href=x>unsubscribe", "<table>", "<td>", "<img width=1>"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_nesting_is_cleaned(pieces: list[str]) -> None:
    assert "display:none" not in cleaned("".join(pieces), {}, [])


@given(st.binary(max_size=300), st.sampled_from([b"", b"From: a@b.example\r\n", b"From: a@b.example\r\nSubject: =?"]))
def test_any_bytes_are_a_letter_or_a_refusal(junk: bytes, start: bytes) -> None:
    found = read(start + junk, NOW)
    if isinstance(found, Letter):
        assert found.entry.key
        assert "\x00" not in found.entry.title + found.entry.content + found.newsletter + found.title


def test_parts_within_parts_without_end_do_no_harm() -> None:
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    assert isinstance(read(b"From: a@b.example\r\n" + opening + b"\r\nThe ferry.", NOW), Letter | Refusal)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 300_000,
        "<div>" * 19_000,
        "<span style='display:none'>" * 19_000,
        "<p>" + "<a href=u>unsubscribe</a>" * 9_000,
        "<table><tr><td>" * 6_000,
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>",
    ],
)
def test_no_letter_stalls_its_reader(html: str) -> None:
    began = process_time()
    read(plain_letter(f"{html}The ferry sailed again.".encode(), b"Content-Type: text/html"), NOW)
    assert process_time() - began < 5
