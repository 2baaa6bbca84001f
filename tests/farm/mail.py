"""Letters of invented newsletters, and a real IMAP server on loopback that holds them."""

import imaplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

USER, PASSWORD = "ada", "se:cret/1"
_START_SECONDS = 60.0
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")

HTML = """<html><head><style>p {color: red}</style></head><body>
<div style="display:none">Hidden lines that fill the preview</div>
<table role="presentation"><tr><td><a href="https://post.example/view?u=7">View in your browser</a></td></tr>
<tr><td><h1>A ferry ran aground</h1><p>The ferry <b>Aurora</b> ran aground in the fog on Monday evening near Velmora,
and all 120 passengers were brought ashore before midnight, the coast guard said.</p>
<img src="cid:map@post.example" alt="A map of the coast" width="600">
<p>Read <a href="https://post.example/a/ferry">the whole report</a>, héllo — 안녕.</p></td></tr>
<tr><td><p>Sent to ada@home.example. <a href="https://post.example/u?a=ada%40home.example">Unsubscribe</a></p></td></tr>
</table><img src="https://track.example/open?u=7" width="1" height="1"></body></html>"""


def letter(subject: str = "A ferry ran aground", number: int = 1, sent: datetime | None = None) -> EmailMessage:
    """Return an issue of an invented newsletter: two texts, a picture within, and what belongs to none but Ada."""
    message = EmailMessage()
    message["From"] = "The Elster Post <letters@mail.post.example>"
    message["To"] = "Ada <ada@home.example>"
    message["Subject"] = subject
    message["Message-ID"] = f"<{number}@mail.post.example>"
    message["List-Id"] = "Elster mornings <mornings.post.example>"
    message["Date"] = format_datetime(sent or datetime.now(UTC))
    message.set_content("The plain text, which says less.\n")
    message.add_alternative(HTML, subtype="html", charset="utf-8", cte="quoted-printable")
    _, page = message.iter_parts()
    assert isinstance(page, EmailMessage)
    page.add_related(PIXEL, "image", "png", cid="<map@post.example>")
    return message


class Mailbox:
    """A mailbox on the server: where it is, and how letters come into it."""

    def __init__(self, port: int) -> None:
        self.port = port

    def put(self, raw: bytes, folder: str = "INBOX") -> None:
        session = imaplib.IMAP4("127.0.0.1", self.port)
        session.login(USER, PASSWORD)
        if folder != "INBOX":
            session.create(f'"{folder}"')
        session.append(f'"{folder}"', "", "", raw)
        session.logout()

    def seen_count(self) -> int:
        """Return how many letters are marked as read."""
        session = imaplib.IMAP4("127.0.0.1", self.port)
        session.login(USER, PASSWORD)
        session.select("INBOX", readonly=True)
        _, found = session.search(None, "SEEN")
        session.logout()
        return len(found[0].split())


@contextmanager
def imap_server(log: Path, *options: str) -> Iterator[Mailbox]:
    """Run pymap, which keeps letters in memory, while the block lasts; `options` are its own, of TLS."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-c", "from pymap.main import main; main()", "--host", "127.0.0.1", "--port", str(port)]
    account = ["dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    with log.open("w") as out:
        process = subprocess.Popen([*command, *options, *account], stdout=out, stderr=out)
    try:
        _await(port, process, log)
        yield Mailbox(port)
    finally:
        process.terminate()
        process.wait(30)


def _await(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + _START_SECONDS
    while time.monotonic() < give_up and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the mail server did not start: {log.read_text()}")
