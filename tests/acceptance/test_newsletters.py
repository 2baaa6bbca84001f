"""Newsletters as a person sets them up: an address from the command line, a letter to it, and its story."""

import json
import smtplib
import time
from pathlib import Path

from tests.acceptance.processes import free_port, run, running
from tests.farm.mail import letter


def told(data: Path, **settings: str) -> dict[str, object]:
    """Return what `octavo newsletters` says."""
    ended = run("newsletters", "--json", data=data, **settings)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, object] = json.loads(ended.stdout)
    return found


def test_a_letter_to_the_address_that_octavo_gives_is_in_the_newspaper(tmp_path: Path) -> None:
    data, port = tmp_path / "house", free_port()
    settings = {"OCTAVO_MAIL_LISTEN": f"127.0.0.1:{port}", "OCTAVO_MAIL_DOMAIN": "news.example"}
    with running(data, "--demo", **settings):
        address = str(told(data, **settings)["address"])
        assert address.endswith("@news.example")
        give_up = time.monotonic() + 60
        while True:
            try:
                session = smtplib.SMTP("127.0.0.1", port, timeout=30)
            except OSError:
                assert time.monotonic() < give_up
                time.sleep(0.2)
            else:
                break
        raw = letter("A ferry ran aground").as_bytes().replace(b"\n", b"\r\n")
        with session:
            session.sendmail("bounces@mail.post.example", [address], raw)
        newsletters = told(data, **settings)["newsletters"]
        assert isinstance(newsletters, list)
        assert [(one["title"], one["letters_count"]) for one in newsletters] == [("The Elster Post", 1)]


def test_newsletters_are_off_until_they_are_set_up(tmp_path: Path) -> None:
    ended = run("newsletters", data=tmp_path / "house")
    assert ended.returncode == 1
    assert "OCTAVO_MAIL_IMAP" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
