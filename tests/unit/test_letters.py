"""From an e-mail's bytes to an entry, on invented letters."""

from datetime import UTC, datetime
from email.message import EmailMessage
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.links import LETTER_PICTURES
from octavo.core.plain import plain
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


def test_what_is_said_to_be_html_may_hold_no_tag() -> None:
    raw = plain_letter("The ferry ran aground & 안녕.".encode(), b"Content-Type: text/html; charset=utf-8")
    found = understood(raw)
    assert from_entry(found.entry, found.entry.url, "newsletter").text == "The ferry ran aground & 안녕."


@pytest.mark.parametrize("header", [b"Subject: %s", b"From: %s <ada@post.example>"])
def test_no_header_stalls_a_letter_s_reader(header: bytes) -> None:
    began = process_time()
    understood(plain_letter(b"Fog.", header % (b"=?utf-8?q?a?= =?utf-8?b?4Q==?= " * 50_000)))
    assert process_time() - began < 5


def test_an_address_longer_than_any_is_none() -> None:
    for host, reason in (("a." * 120 + "example", ""), ("a." * 200 + "example", "no-sender")):
        found = read(plain_letter(b"Fog.", f"From: Ada <ada@{host}>".encode()), NOW)
        assert (found.reason if isinstance(found, Refusal) else "") == reason


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
        '<img src="https://t.example/wf/open?upn=7" alt="">',
        '<img src="https://t.example/track/7.gif">',
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


def test_of_a_long_box_the_line_with_the_link_goes() -> None:
    text = "The ferry sailed again. " * 20
    own = 'You can <b>always</b> <a href="/p">update your preferences</a> or <a href="/u">unsubscribe</a>.'
    clean = cleaned(f"<p>{text}<br>{own}<br>The Post, Port Elster</p>", {}, [])
    assert clean == f"<p>{text}<br><br>The Post, Port Elster</p>"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("https://post.example/a?id=7&mc_eid=ada#lead", "https://post.example/a?id=7#lead"),
        ("https://post.example/a?mkt_tok=ada&_hsenc=ada", "https://post.example/a"),
        ("https://post.example/a?token=eyJhbGciOiJI.eyJhZGEi.x", "https://post.example/a"),
        ("https://post.example/a?token=7&q=caf%C3%A9", "https://post.example/a?token=7&q=caf%C3%A9"),
        ("https://post.example/e-mail?q=e-mail", "https://post.example/e-mail?q=e-mail"),
        ("mailto:news@post.example", "mailto:news@post.example"),
        ("https://[post.example/?email=ada", "https://[post.example/?email=ada"),
    ],
)
def test_links_tell_nobody_whom_they_were_sent_to(sent: str, shown: str) -> None:
    assert cleaned(f'<a href="{sent}">Read on</a>', {}, []) == f'<a href="{shown.replace("&", "&amp;")}">Read on</a>'


def test_plain_letters_show_no_address_that_tells_whom_it_was_sent_to() -> None:
    shown = from_plain("It sailed: https://post.example/a?id=7&mc_eid=ada.", is_flowed=False)
    assert shown == '<p>It sailed: <a href="https://post.example/a?id=7">https://post.example/a?id=7</a>.</p>'


def test_pictures_of_something_stay() -> None:
    html = '<img src="https://post.example/open/7.jpg" alt="The open sea"><img src="https://post.example/a/7.jpg">'
    assert cleaned(html, {}, []) == html


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
        "<p>" + "<b><a href=u>y</a></b>z" * 4_900,
        "<table><tr><td>" * 6_000,
        "<span style='display:none'>" * 49_000,
        "<table><tr><td>" * 16_000,
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>",
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}",
    ],
)
def test_no_letter_stalls_its_reader(html: str) -> None:
    began = process_time()
    read(plain_letter(f"{html}The ferry sailed again.".encode(), b"Content-Type: text/html"), NOW)
    assert process_time() - began < 5


@pytest.mark.parametrize("opening", ["<b>", "<div>", "<table><tr><td>", "<p>The pier</p>"])
def test_of_a_letter_with_more_tags_than_any_the_beginning_is_kept(opening: str) -> None:
    html = f"<p>The ferry sailed again.</p>{opening * 60_000}Nobody reads on to here."
    letter = understood(plain_letter(html.encode(), b"Content-Type: text/html"))
    assert plain(letter.entry.content).startswith("The ferry sailed again.")


def test_of_a_letter_with_more_tags_than_any_the_plain_text_is_taken() -> None:
    sent = EmailMessage()
    sent["From"], sent["Subject"] = "The Elster Post <news@post.example>", "The ferry"
    sent.set_content("The ferry sailed again.")
    sent.add_alternative("<b>" * 60_000 + "The ferry", subtype="html")
    assert understood(sent.as_bytes()).entry.content == "<p>The ferry sailed again.</p>"


def test_neither_many_recipients_nor_long_links_stall_a_letter_s_reader() -> None:
    recipients = ", ".join(f"a{number}@home.example" for number in range(20_000)).encode()
    html = f'<a href="https://post.example/?{"eyJ" * 3_000}">ferry</a>' * 200
    began = process_time()
    read(plain_letter(html.encode(), b"To: " + recipients, b"Content-Type: text/html"), NOW)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "text", ["- a\n" * 500_000, "a\n" * 300_000, "> \n" * 500_000, "From: a@b.example\n" * 100_000]
)
def test_no_plain_letter_stalls_its_reader(text: str) -> None:
    began = process_time()
    read(plain_letter(text.encode(), b"Subject: Fwd: News"), NOW)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("sender", "name", "address"),
    [
        ("Post, The Daily <ada@post.example>", "Post, The Daily", "ada@post.example"),
        ("엘스터, 아침 <ada@post.example>", "엘스터, 아침", "ada@post.example"),
        ("=?utf-8?Q?=C3=89lan?=, le matin <ada@post.example>", "Élan, le matin", "ada@post.example"),
        ("Post [Mornings] <ada@post.example>", "Post [Mornings]", "ada@post.example"),
        ("Post @ Night: all <ada@post.example>", "Post @ Night: all", "ada@post.example"),
        ('"The \\"Post\\"" <ada@post.example>', 'The "Post"', "ada@post.example"),
        ("ada@post.example (The Post)", "The Post", "ada@post.example"),
    ],
)
def test_senders_whose_names_lack_their_quotes(sender: str, name: str, address: str) -> None:
    found = understood(plain_letter(b"The ferry sailed again.", b"From: " + sender.encode()))
    assert (found.sender, found.newsletter) == (name, address)


@pytest.mark.parametrize(
    "headers",
    [
        [b"From: MAILER-DAEMON@post.example"],
        [b"Return-Path: <>"],
        [b"X-Autoreply: yes"],
        [b"Precedence: auto_reply"],
        [b"X-Failed-Recipients: bob@post.example"],
        [b"From: Postmaster <postmaster@post.example>"],
        [b"Subject: Undeliverable: Morning news"],
        [b"Subject: Delivery Status Notification (Failure)"],
        [b"Subject: Mail delivery failed: returning message to sender"],
        [b"Subject: Automatische Antwort: Morgenpost"],
        ["Subject: Réponse automatique : Le matin".encode()],
        ["Subject: 자동 회신: 아침 소식".encode()],
    ],
)
def test_bounces_and_automatic_answers_of_older_programs_are_no_letters(headers: list[bytes]) -> None:
    found = read(plain_letter(b"I am away until Monday.", *headers), NOW)
    assert isinstance(found, Refusal)
    assert found.reason == "not-a-letter"


@pytest.mark.parametrize(
    "subject", ["Undelivered mail piles up in Port Elster", "Delivery failure at the harbour", "Returned"]
)
def test_news_of_what_was_not_delivered_is_a_letter(subject: str) -> None:
    assert understood(plain_letter(b"It piles up.", f"Subject: {subject}".encode())).entry.title == subject


@pytest.mark.parametrize(
    "html",
    [
        '<p>Tired of it? To unsubscribe, <a href="https://t.example/7">click here</a>.</p>',
        '<p>If you no longer wish to receive our e-mails, <a href="https://t.example/7">click here</a>.</p>',
        '<p>이메일 수신을 원치 않으시면 <a href="https://t.example/7">여기</a>를 누르세요.</p>',
        '<p>メールの配信停止は<a href="https://t.example/7">こちら</a></p>',
        '<p>Vous ne souhaitez plus recevoir nos e-mails ? <a href="https://t.example/7">Cliquez ici</a></p>',
        '<p><a href="https://t.example/unsubscribe/7"><img src="https://t.example/b.png" alt=""></a></p>',
        '<p><a href="https://t.example/7"><img src="https://t.example/b.png" alt="Unsubscribe"></a></p>',
        '<p>Enough? <a href="https://t.example/o/7">Stop</a></p>',
        '<p>Enough? <a href="mailto:out-7@t.example?subject=out">Stop</a></p>',
        '<p><a href="https://t.example/7">Preferences</a></p>',
        '<p><a href="https://t.example/7">구독 관리</a> <a href="https://t.example/7">웹에서 보기</a></p>',
        '<p>Trouble viewing this email? <a href="https://t.example/7">Click here</a></p>',
        "<p>Si ce message ne s'affiche pas correctement, <a href='https://t.example/7'>cliquez ici</a>.</p>",
        '<p>Wird diese E-Mail nicht richtig angezeigt? <a href="https://t.example/7">Hier klicken</a></p>',
        '<p>메일이 정상적으로 보이지 않으면 <a href="https://t.example/7">여기</a>를 누르세요.</p>',
    ],
)
def test_links_of_the_recipient_alone_are_told_by_their_lines_addresses_and_the_header(html: str) -> None:
    ways_out = ["https://t.example/o/7", "mailto:out-7@t.example?subject=out"]
    assert "7" not in cleaned(f"{html}<p>The ferry sailed again.</p>", {}, [], ways_out)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Parents can opt out of the exam from May. <a href="https://post.example/a/7">Read on</a></p>',
        '<p>Thousands stop receiving the benefit. <a href="https://post.example/a/7">Read on</a></p>',
        '<p>Rentner sollen den Zuschlag nicht mehr erhalten. <a href="https://post.example/a/7">Mehr</a></p>',
        '<p><a href="https://post.example/a/how-to-unsubscribe-7">A guide for the week</a></p>',
        '<p>Pupils have trouble reading this year. <a href="https://post.example/a/7">Read on</a></p>',
    ],
)
def test_news_of_leaving_something_stays(html: str) -> None:
    assert cleaned(html, {}, []) == html


def test_what_the_header_names_for_leaving_is_shown_to_nobody() -> None:
    header = b"List-Unsubscribe: <mailto:out-7@t.example>,\r\n <https://t.example/o/7>"
    text = b"The ferry sailed again.\n\nEnough? https://t.example/o/7"
    assert "7" not in understood(plain_letter(text, header)).entry.content


def test_plain_letters_lose_the_lines_that_are_the_recipient_s_own() -> None:
    text = (
        "The ferry sailed again, as https://post.example/a/ferry tells, and thousands read online what it carried.\n"
        "View in browser: https://t.example/v/7\nUnsubscribe:\n\nhttps://t.example/o/7\n구독 취소: https://t.example/o/7\n"
    )
    found = from_plain(text, is_flowed=False)
    assert "//t.example" not in found
    assert "Unsubscribe" not in found
    assert "https://post.example/a/ferry" in found


def test_wrapped_lines_are_joined_as_their_script_has_it() -> None:
    japanese = "霧の中で座礁した旅客船の乗客は、月曜日の夜のうちに全員が救助された。\n海上保安庁が発表した。"
    assert from_plain(japanese, is_flowed=False) == f"<p>{japanese.replace(chr(10), '')}</p>"
    korean = "안개 속에서 좌초한 여객선의 승객은 월요일 밤사이에 모두 구조됐다고\n해경이 밝혔다."
    assert from_plain(korean, is_flowed=False) == f"<p>{korean.replace(chr(10), ' ')}</p>"


def test_lists_and_rules_of_plain_letters_join_nothing() -> None:
    first, second = "- The ferry Aurora ran aground in the fog near Velmora", "- The mayor of Velmora resigned today"
    rule = "=" * 60
    assert from_plain(f"{first} again\n{second}\n\n{rule}\nSport\n{rule}\nA goal", is_flowed=False) == (
        f"<p>{first} again<br>{second}</p>\n<p>Sport</p>\n<p>A goal</p>"
    )


def test_flowing_lines_that_drop_their_space() -> None:
    flowing = b"Content-Type: text/plain; format=flowed; delsp=yes"
    assert understood(plain_letter(b"The fer \r\nry sailed.", flowing)).entry.content == "<p>The ferry sailed.</p>"


@pytest.mark.parametrize("written", ["cid:a%26b%40post.example", "CID:a&amp;b@post.example"])
def test_pictures_are_found_however_their_id_is_written(written: str) -> None:
    body = (
        f'--x\r\nContent-Type: text/html\r\n\r\n<p>The ferry.</p><img src="{written}">\r\n'
        "--x\r\nContent-Type: image/png\r\nContent-ID: <a&b@post.example>\r\n\r\npicture\r\n--x--"
    )
    found = understood(plain_letter(body.encode(), b"Content-Type: multipart/related; boundary=x"))
    assert LETTER_PICTURES in found.entry.content
    assert len(found.pictures) == 1


def test_every_recipient_that_a_header_names_is_left_out() -> None:
    headers = [b"Delivered-To: house@home.example", b"Delivered-To: ada@home.example"]
    assert "ada@" not in understood(plain_letter(b"Sent to ada@home.example. The ferry.", *headers)).entry.content


def test_without_an_id_a_letter_is_the_same_by_whatever_way_it_came() -> None:
    letters = [
        plain_letter(b"The ferry.", b"Received: from %s.example" % way, b"Message-ID: ") for way in (b"one", b"two")
    ]
    assert len({understood(raw).entry.key for raw in letters}) == 1


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("iso-8859-8-i", "iso-8859-8", "המעבורת עלתה על שרטון"),
        ("x-windows-949", "cp949", "여객선이 좌초했다"),
        ("windows-874", "cp874", "เรือเกยตื้น"),
        ("us-ascii", "koi8-r", "Паром сел на мель в тумане у берега, сообщила береговая охрана"),
    ],
)
def test_charsets_that_mail_programs_write(charset: str, encoding: str, text: str) -> None:
    raw = plain_letter(text.encode(encoding), f"Content-Type: text/plain; charset={charset}".encode())
    assert text in understood(raw).entry.content


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Please confirm your subscription", "Yes, subscribe me"),
        ("Newsletter: confirm your e-mail address", "Confirm"),
        ("Bitte bestätigen Sie Ihre Anmeldung", "Anmeldung bestätigen"),
        ("Confirmez votre inscription", "Je confirme"),
        ("[엘스터] 구독을 확인해 주세요", "구독 확인"),
        ("メールアドレスの確認", "登録を確認する"),
    ],
)
def test_a_letter_that_asks_to_be_confirmed_is_for_its_operator(subject: str, words: str) -> None:
    html = f'<p>Someone subscribed.</p><a href="https://post.example/">The Post</a><a href="https://t.example/7">{words}</a>'
    found = read(plain_letter(html.encode(), f"Subject: {subject}".encode(), b"Content-Type: text/html"), NOW)
    assert isinstance(found, Refusal)
    assert found.reason == "to-confirm"
    assert found.detail.endswith(" https://t.example/7")


def test_news_of_what_was_confirmed_is_a_letter() -> None:
    html = b'<p>The ministry confirmed it.</p><a href="https://post.example/a/7">Read on</a>'
    for subject in (b"Officials confirm e-mail breach", b"Your subscription is confirmed"):
        understood(plain_letter(html, b"Subject: " + subject, b"Content-Type: text/html"))


FORWARDED_HTML = {
    "gmail": (
        '<div dir="ltr">Look!<br><div class="gmail_quote"><div class="gmail_attr">--- Forwarded message ---'
        "<br>From: <strong>The Post, daily</strong> &lt;<a href='mailto:p@post.example'>p@post.example</a>&gt;<br>"
        "Date: Wed, 4 Mar 2026<br>Subject: The ferry<br>To: Ada Quill &lt;<a href='mailto:ada@home.example'>"
        "ada@home.example</a>&gt;<br></div><p>It sailed again.</p></div></div>"
    ),
    "apple": (
        "<div>Look!</div><blockquote><div>Begin forwarded message:</div><div><b>From: </b><span>The Post, daily &lt;"
        "p@post.example&gt;<br></span></div><div><b>Date: </b>Wed, 4 Mar 2026</div><div><b>Subject: </b>The ferry</div>"
        "<div><b>To: </b>Ada Quill &lt;ada@home.example&gt;</div><p>It sailed again.</p></blockquote>"
    ),
    "none": "",
}


@pytest.mark.parametrize("quote", ["", "> "])
@pytest.mark.parametrize("program", FORWARDED_HTML)
def test_a_letter_forwarded_by_a_person_is_its_first_sender_s(program: str, quote: str) -> None:
    above = "From: The Post, daily <p@post.example>\nDate: Wed, 4 Mar 2026\nSubject: The ferry"
    head = {"gmail": "--- Forwarded message ---\n", "apple": "Begin forwarded message:\n\n"}.get(program, "")
    text = f"{head}{above}\nTo: Ada Quill <ada@home.example>\n\nIt sailed again."
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Ada Quill <ada@home.example>",
        "news@b.example",
        "Fwd: The ferry",
    )
    message.set_content("Look!\n\n" + "\n".join(quote + line for line in text.split("\n")))
    if html := FORWARDED_HTML[program]:
        message.add_alternative(html, subtype="html")
    found = understood(message.as_bytes())
    assert (found.newsletter, found.sender, found.entry.title) == ("p@post.example", "The Post, daily", "The ferry")
    for gone in ("Ada", "ada@", "Look", "orwarded", "2026", "post.example"):
        assert gone not in found.entry.content
    assert "<p>It sailed again.</p>" in found.entry.content


@pytest.mark.parametrize(("subject", "words"), [("Fwd: The ferry", "Look!"), ("Today's", "")])
def test_a_letter_forwarded_as_an_attachment_is_its_first_sender_s(subject: str, words: str) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ada <ada@home.example>", "news@b.example", subject
    message.set_content(words)
    first = letter(sent=NOW)
    message.add_attachment(first)
    found = understood(message.as_bytes())
    assert found.entry == understood(first.as_bytes()).entry
    assert (found.newsletter, found.sender) == ("mornings.post.example", "The Elster Post")


def test_a_digest_tells_what_its_letters_are_called() -> None:
    digest = EmailMessage()
    digest["From"], digest["Subject"] = "Post <p@post.example>", "The week's letters"
    digest.set_content("All of them:")
    digest.make_mixed()
    for subject in ("Fog & ferries", "여객선"):
        one = EmailMessage()
        one["From"], one["Subject"] = "Ada <ada@post.example>", subject
        one.set_content(f"About {subject}.")
        digest.attach(_within(one))
    content = understood(digest.as_bytes()).entry.content
    assert content.index("<h2>Fog &amp; ferries</h2>") < content.index("About Fog") < content.index("<h2>여객선</h2>")


def _within(letter: EmailMessage) -> EmailMessage:
    part = EmailMessage()
    part.set_content(letter)
    return part


def test_a_letter_with_another_attached_is_its_sender_s() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Post <p@post.example>", "What we wrote"
    message.set_content("Attached is what we wrote to the harbour council.")
    message.add_attachment(letter(sent=NOW))
    assert understood(message.as_bytes()).newsletter == "p@post.example"


@pytest.mark.parametrize(
    ("subject", "sender", "called"),
    [("WG: Die Fähre", "Von", "Betreff"), ("Fw: 여객선", "보낸사람", "제목"), ("転送: フェリー", "差出人", "件名")],
)
def test_forwarding_is_told_in_the_reader_s_language(subject: str, sender: str, called: str) -> None:
    text = f"{sender}: Post <p@post.example>\n{called}: News\n\nIt sailed again."
    found = understood(plain_letter(text.encode(), f"Subject: {subject}".encode()))
    assert (found.newsletter, found.entry.title) == ("p@post.example", "News")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("News", "From: Post <p@post.example>\nSubject: News\n\nIt sailed again."),
        ("Fwd: News", "It sailed again.\n\nFrom: Velmora, with greetings"),
        ("Fwd: News", "From: the archive\nSubject: ferries\n\nIt sailed again."),
    ],
)
def test_other_letters_are_their_sender_s(subject: str, text: str) -> None:
    found = understood(plain_letter(text.encode(), f"Subject: {subject}".encode()))
    assert (found.newsletter, found.entry.title) == ("ada@post.example", subject)
