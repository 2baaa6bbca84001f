"""Newsletters over real SMTP and real IMAP, to articles in the house."""

import asyncio
import smtplib
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
import trustme

from octavo.config import settings
from octavo.config.mail import imap_address
from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from octavo.core.links import LETTER_PICTURES
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants, fetch_once
from octavo.fetch.mailbox import Position, Received, received
from octavo.fetch.receiving import Accepts, Take, receiving
from tests.farm.mail import PIXEL, USER, Mailbox, imap_server, letter

LOOPBACK = (ip_network("127.0.0.0/8"),)
SECRET = "se%3Acret%2F1"


@contextmanager
def listening(accepts: Accepts, take: Take) -> Iterator[int]:
    """Receive letters in a thread of its own; yield the port."""
    loop, ready, stop = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    ports: list[int] = []

    async def serve() -> None:
        async with receiving(("127.0.0.1", 0), "news.example", accepts, take) as port:
            ports.append(port)
            ready.set()
            await stop.wait()
        await loop.shutdown_default_executor()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        assert ready.wait(10)
        yield ports[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()


@pytest.fixture
def addressed(house: Settings) -> Iterator[Settings]:
    """An empty house that receives letters over SMTP."""
    settings.override(mail_listen="127.0.0.1:2525", mail_domain="news.example")
    try:
        yield settings.current()
    finally:
        settings.withdraw("mail_listen")
        settings.withdraw("mail_domain")


def send(port: int, recipient: str, raw: bytes) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as session:
        session.sendmail("bounces@mail.post.example", [recipient], raw.replace(b"\n", b"\r\n"))


def test_a_letter_sent_to_the_house_s_address_becomes_an_article(
    addressed: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    from octavo.cli import feed_status
    from octavo.extract.models import Article
    from octavo.pipeline import newsletters, queue
    from octavo.sources.models import Feed
    from octavo.sources.store import keep_publisher, take_due
    from octavo.stories.models import Story

    publisher = keep_publisher("The Elster Post", "https://www.post.example/")
    address = newsletters.address()
    assert address.endswith("@news.example")
    with listening(newsletters.accepts, newsletters.keep_received) as port:
        send(port, address, letter(number=1).as_bytes())
        send(port, address.upper().replace("@", "+mornings@"), letter("A ferry sails again", number=2).as_bytes())
        send(port, address, letter(number=1).as_bytes())
        long_line = b"<p>" + b"The ferry sailed again. " * 4000
        send(port, address, b"From: bob@far.example\nContent-Type: text/html\nSubject: Long\n\n" + long_line)
        with pytest.raises(smtplib.SMTPRecipientsRefused, match="no such address"):
            send(port, "news@news.example", letter(number=3).as_bytes())
        with pytest.raises(smtplib.SMTPDataError, match="no text"):
            send(port, address, b"From: ada@post.example\n\n")

    feed = Feed.objects.get(publisher=publisher)
    assert (feed.title, feed.publisher, feed.state) == ("The Elster Post", publisher, Feed.State.MAILED)
    assert feed.url == "urn:octavo:newsletter:mornings.post.example"
    articles = Article.objects.order_by("id")
    assert [row.title for row in articles] == ["A ferry ran aground", "A ferry sails again", "Long"]
    assert articles[0].text.startswith("A ferry ran aground\nThe ferry Aurora")
    known = {one.identity: one.letters_count for one in newsletters.newsletters()}
    assert known == {"mornings.post.example": 2, "bob@far.example": 1}

    feed_status.show(str(feed.pk), as_json=False)
    assert "asked next       never: its letters come by e-mail\n" in capsys.readouterr().out
    assert take_due(utc_now() + timedelta(days=30), 10) == []
    queue.work(["fold"], until_empty=True)
    assert Story.objects.count() >= 1


def test_a_newsletter_that_asks_to_be_confirmed_is_told_to_its_operator_alone(addressed: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline import newsletters

    asking = (
        b"From: The Post <ada@post.example>\nSubject: Please confirm your subscription\nContent-Type: text/html\n\n"
        b'<p>Was it you?</p><a href="https://post.example/yes/7">Confirm</a>'
    )
    with listening(newsletters.accepts, newsletters.keep_received) as port:
        send(port, newsletters.address(), asking)
    assert not Article.objects.exists()
    (line,) = newsletters.to_confirm(utc_now())
    assert line == "The Post asks whether it is wanted; if so, open https://post.example/yes/7"
    assert newsletters.to_confirm(utc_now() + timedelta(days=8)) == []


def test_bounces_are_told_by_the_envelope_too(addressed: Settings) -> None:
    from octavo.pipeline import newsletters

    with (
        listening(newsletters.accepts, newsletters.keep_received) as port,
        smtplib.SMTP("127.0.0.1", port) as session,
        pytest.raises(smtplib.SMTPDataError, match="bounce"),
    ):
        session.sendmail("", [newsletters.address()], letter().as_bytes())


def test_a_letter_that_comes_twice_at_once_is_one_article(addressed: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline import newsletters

    raw = letter(number=31).as_bytes()
    with listening(newsletters.accepts, newsletters.keep_received) as port, ThreadPoolExecutor(8) as crowd:
        list(crowd.map(lambda _: send(port, newsletters.address(), raw), range(8)))
    assert Article.objects.count() == 1


def test_pictures_within_letters_are_found_by_the_door(addressed: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline import newsletters

    newsletters.keep(letter().as_bytes(), utc_now())
    html = Article.objects.get().html
    name = html.partition(LETTER_PICTURES)[2].partition('"')[0]
    answer = fetch_once(Request(LETTER_PICTURES + name))
    assert isinstance(answer, Response)
    assert answer.body == PIXEL
    missing = fetch_once(Request(f"{LETTER_PICTURES}../secret_key"))
    assert isinstance(missing, Response)
    assert missing.status == 404


def test_a_letter_that_cannot_be_stored_is_left_with_its_sender() -> None:
    def broken(_: bytes) -> Refusal | None:
        raise ConnectionError("no database")

    with listening(lambda _: True, broken) as port, pytest.raises(smtplib.SMTPDataError) as failed:
        send(port, "news@news.example", letter().as_bytes())
    assert failed.value.smtp_code == 451


def test_too_large_letters_and_too_many_senders_are_turned_away() -> None:
    taken: list[bytes] = []
    with listening(lambda _: True, lambda raw: taken.append(raw)) as port:
        with smtplib.SMTP("127.0.0.1", port, timeout=30) as session:
            session.ehlo()
            assert session.esmtp_features["size"] == str(constants.BODY_LIMIT_BYTES)
            assert session.docmd("MAIL", f"FROM:<a@b.example> SIZE={constants.BODY_LIMIT_BYTES + 1}")[0] == 552
        crowd = [socket.create_connection(("127.0.0.1", port)) for _ in range(constants.MAIL_CONNECTIONS_COUNT)]
        try:
            assert all(one.recv(3) == b"220" for one in crowd)
            with socket.create_connection(("127.0.0.1", port)) as late:
                assert late.recv(3) == b"421"
        finally:
            for one in crowd:
                one.close()
    assert taken == []


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    with imap_server(tmp_path_factory.mktemp("imap") / "log", "--no-tls") as mailbox:
        yield mailbox


def test_a_mailbox_is_read_from_where_it_was_left(house: Settings, mailbox: Mailbox) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline import newsletters
    from octavo.pipeline.models import Refused
    from octavo.sources.models import Mailbox as Row

    settings.override(mail_imap=f"imap://{USER}:{SECRET}@127.0.0.1:{mailbox.port}")
    try:
        mailbox.put(letter("First", number=11).as_bytes())
        mailbox.put(b"From: ada@post.example\r\n\r\n")
        seen = mailbox.seen_count()
        newsletters.poll_mailbox(utc_now())
        titles = set(Article.objects.values_list("title", flat=True))
        assert "First" in titles
        assert list(Refused.objects.filter(reason="empty").values_list("stage", flat=True)) == ["letters"]
        position = Row.objects.get().last_uid

        newsletters.poll_mailbox(utc_now())
        assert Row.objects.get().last_uid == position
        mailbox.put(letter("Second", number=12).as_bytes())
        newsletters.poll_mailbox(utc_now())
        assert set(Article.objects.values_list("title", flat=True)) == titles | {"Second"}
        assert Row.objects.get().last_uid == position + 1
        assert mailbox.seen_count() == seen
        assert "cret" not in Row.objects.get().address
        assert newsletters.trouble() == ""
    finally:
        settings.withdraw("mail_imap")


def test_a_mailbox_that_cannot_be_read_is_named_and_read_later(house: Settings, mailbox: Mailbox) -> None:
    from octavo.pipeline import newsletters
    from octavo.pipeline.models import Refused

    settings.override(mail_imap=f"imap://{USER}:wrong@127.0.0.1:{mailbox.port}")
    try:
        newsletters.poll_mailbox(utc_now())
        assert "user and password" in newsletters.trouble()
        assert Refused.objects.get().reason == "sign-in"
    finally:
        settings.withdraw("mail_imap")


def asked(url: str, **how: object) -> Received | Refusal:
    return received(imap_address(url), Position(), datetime.now(UTC), **{"allowed": LOOPBACK, **how})  # type: ignore[arg-type]


def reason(answer: Received | Refusal) -> str:
    assert isinstance(answer, Refusal)
    return answer.reason


def test_the_guard_stands_before_mailboxes_too(mailbox: Mailbox) -> None:
    url = f"imap://{USER}:{SECRET}@127.0.0.1:{mailbox.port}"
    assert reason(asked(url, allowed=())) == "not-public"
    assert reason(asked("imaps://a:b@10.0.0.1/", allowed=())) == "not-public"
    assert isinstance(asked(url), Received)


def test_what_goes_wrong_at_a_mailbox_has_its_reason(mailbox: Mailbox) -> None:
    base = f"{USER}:{SECRET}@127.0.0.1:{mailbox.port}"
    assert reason(asked(f"imap://{base}/Nowhere")) == "no-folder"
    assert reason(asked(f"imaps://{base}")) == "tls"
    assert reason(asked("imap://a:b@nowhere.invalid/")) == "unknown-host"
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        assert reason(asked(f"imap://a:b@127.0.0.1:{silent.getsockname()[1]}")) == "refused-connection"


def test_what_came_before_the_connection_was_lost_is_kept() -> None:
    with breaking_mailbox(letters_count=2) as port:
        answer = asked(f"imap://a:b@127.0.0.1:{port}")
    assert isinstance(answer, Received)
    assert [letter[-1:] for letter in answer.letters] == [b"1", b"2"]
    assert answer.position.last_uid == 2
    with breaking_mailbox(letters_count=0) as port:
        assert reason(asked(f"imap://a:b@127.0.0.1:{port}")) == "broken-answer"


@pytest.mark.parametrize("size", [11 * 2**20, 10**12, 10**30])
def test_a_mailbox_that_announces_more_than_it_was_asked_for_has_its_reason(size: int) -> None:
    with breaking_mailbox(letters_count=3, size=size) as port:
        answer = asked(f"imap://a:b@127.0.0.1:{port}")
    assert isinstance(answer, Refusal)
    assert (answer.reason, str(size) in answer.detail) == ("broken-answer", True)


@contextmanager
def breaking_mailbox(
    letters_count: int, size: int = 8, then: Callable[[socketserver.StreamRequestHandler], None] = lambda _: None
) -> Iterator[int]:
    """Serve a mailbox that does `then` after so many letters, said to be of `size`, and ends; yield its port.

    One of -1 letters does so before it says anything.
    """

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            if letters_count < 0:
                then(self)
                return
            self.wfile.write(b"* OK hello\r\n")
            while line := self.rfile.readline().decode():
                tag, command = line.split(maxsplit=1)
                uid = command.split()[2] if "FETCH" in command else ""
                if uid and int(uid) > letters_count:
                    then(self)
                    return
                self.wfile.write(ANSWERS.get(command.split()[0], "* SEARCH 1 2 3\r\n" * ("SEARCH" in command)).encode())
                if "BODY" in command:
                    self.wfile.write(f"* {uid} FETCH (UID {uid} BODY[]<0> {{{size}}}\r\nletter {uid})\r\n".encode())
                self.wfile.write(f"{tag} OK done\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


def test_a_mailbox_that_drips_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "MAILBOX_SECONDS", 1.0)
    record = b"\x16\x03\x03\x20\x00"  # a handshake's, of 8 kB
    for scheme, letters_count, begins in [("imap", -1, b""), ("imaps", -1, record), ("imap", 0, b"")]:
        with dripping_mailbox(letters_count, begins) as port:
            began = time.monotonic()
            assert reason(asked(f"{scheme}://a:b@127.0.0.1:{port}")) == "timeout"
            assert 0.9 < time.monotonic() - began < 20
    with dripping_mailbox(letters_count=2) as port:
        answer = asked(f"imap://a:b@127.0.0.1:{port}")
    assert isinstance(answer, Received)
    assert [letter[-1:] for letter in answer.letters] == [b"1", b"2"]


@contextmanager
def dripping_mailbox(letters_count: int, begins: bytes = b"") -> Iterator[int]:
    """Serve a mailbox that drips after so many letters, -1: at once and after `begins`, some bytes a second."""
    ended = threading.Event()

    def drip(handler: socketserver.StreamRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(begins)
            while not ended.wait(0.1):
                handler.wfile.write(b"*")

    with breaking_mailbox(letters_count, then=drip) as port:
        try:
            yield port
        finally:
            ended.set()


ANSWERS = {"CAPABILITY": "* CAPABILITY IMAP4rev1\r\n", "EXAMINE": "* OK [UIDVALIDITY 7] it is\r\n"}


def test_folders_of_any_name(mailbox: Mailbox) -> None:
    mailbox.put(letter("In a folder", number=21).as_bytes(), "&wYzC3Q-")
    answer = asked(f"imap://{USER}:{SECRET}@127.0.0.1:{mailbox.port}/소식")
    assert isinstance(answer, Received)
    assert b"Subject: In a folder" in answer.letters[0]


def test_encryption_from_the_first_byte_and_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    for name, blob in (("cert", certificate.cert_chain_pems[0]), ("key", certificate.private_key_pem)):
        blob.write_to_path(tmp_path / name)
    with imap_server(tmp_path / "log", "--cert", str(tmp_path / "cert"), "--key", str(tmp_path / "key")) as mailbox:
        url = f"imap://{USER}:{SECRET}@localhost:{mailbox.port}"
        assert reason(asked(url)) == "tls"
        authority.cert_pem.write_to_path(tmp_path / "authority")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority"))
        assert isinstance(asked(url), Received)
