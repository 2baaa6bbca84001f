"""Settings are read in one place, and a mistake names the variable."""

from dataclasses import fields
from pathlib import Path

import pytest

from octavo.config.settings import Settings, read
from octavo.core.errors import BadInput

DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy.md"


def test_values_are_understood() -> None:
    settings = read({"OCTAVO_DATA": "/tmp/news", "OCTAVO_ALLOW_NETWORKS": "10.0.0.0/8, fd00::/8", "HOME": "/root"})
    assert settings.data == Path("/tmp/news")
    assert [str(network) for network in settings.allow_networks] == ["10.0.0.0/8", "fd00::/8"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OCTAVO_DATABASE", "x"),
        ("OCTAVO_ALLOW_NETWORKS", "everything"),
        ("OCTAVO_READERS_COUNT", "0"),
        ("OCTAVO_PAGE_PAUSE_SECONDS", "-1"),
        ("OCTAVO_VECTORS", "maybe"),
        ("OCTAVO_PUBLIC_URL", "news.example"),
        ("OCTAVO_PUBLIC_URL", "https://news.example/?page=1"),
        ("OCTAVO_SECRET_KEY_FILE", "/nowhere/at/all"),
        ("OCTAVO_MAIL_IMAP", "imaps://imap.post.example/INBOX"),
        ("OCTAVO_MAIL_LISTEN", "2525"),
        ("OCTAVO_MAIL_LISTEN", "0.0.0.0:2525"),
        ("OCTAVO_MAIL_DOMAIN", "ada@post.example"),
    ],
)
def test_a_mistake_stops_the_start_and_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(BadInput, match=name):
        read({name: value})


def test_a_secret_comes_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a long random text\n")
    assert read({"OCTAVO_SECRET_KEY_FILE": str(secret)}).secret_key == "a long random text"


def test_a_mailbox_is_understood_and_its_password_not_shown() -> None:
    mailbox = read({"OCTAVO_MAIL_IMAP": "imaps://ada%40post.example:a%2Fb@imap.post.example/News%20letters"}).mail_imap
    assert mailbox
    assert (mailbox.user, mailbox.password, mailbox.port) == ("ada@post.example", "a/b", 993)
    assert (mailbox.host, mailbox.folder, mailbox.is_encrypted) == ("imap.post.example", "News letters", True)
    assert "a/b" not in repr(mailbox) + mailbox.name


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(field: str) -> None:
    assert f"`OCTAVO_{field.upper()}`" in DEPLOY.read_text(encoding="utf-8")
