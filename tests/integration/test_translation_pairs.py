"""Models of Firefox's translations are fetched by a revision's own list of hashes, and translate on this machine."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web
from typer.testing import CliRunner

from octavo.cli import app
from octavo.config import settings
from octavo.core.types import Refusal
from octavo.enrich.translation.bergamot import BergamotTranslator
from octavo.enrich.translation.pairs import held, route
from tests.firefox_models import carried, lay
from tests.integration.sites import Site

REVISION = "4f" * 20


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("OCTAVO_DATA", str(tmp_path))
    monkeypatch.setenv("OCTAVO_ALLOW_NETWORKS", "127.0.0.0/8")
    settings.current.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    settings.current.cache_clear()


@pytest.fixture
def mirror() -> Iterator[Site]:
    """A copy of Mozilla's repository with one pair."""
    registry = {}
    site = Site()
    for file in carried("pt-en"):
        content = file.read_bytes()
        registry[file.name] = {
            "name": file.name,
            "size": len(content),
            "expectedSha256Hash": hashlib.sha256(content).hexdigest(),
            "modelType": "prod",
        }
        serve(site, f"/{REVISION}/models/prod/pten/{file.name}.gz", gzip.compress(content, 1))
    site.say(f"/{REVISION}/registry.json", json.dumps({"pten": registry}))
    with site.serving():
        yield site


def serve(site: Site, path: str, body: bytes) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body)

    site.pages[path] = answer


def add(site: Site, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(
        app, ["translations", "add", *arguments, "--revision", REVISION, "--from", site.url("", "127.0.0.1")]
    )
    return done.exit_code, done.stdout + done.stderr


def test_a_pair_is_fetched_and_translates(data: Path, mirror: Site) -> None:
    assert held() == []
    assert add(mirror, "pt-en") == (0, "pt-en: 23 MB\n")
    assert held() == ["pt-en"]
    assert [one.name for one in (data / "translations").iterdir()] == ["pt-en"]
    translator = BergamotTranslator()
    assert translator.offers("pt", "en")
    assert not translator.offers("en", "pt")
    told = translator.translate(["O farol voltou a brilhar. Ninguém ficou ferido.", ""], "pt", "en")
    assert not isinstance(told, Refusal)
    assert "lighthouse" in told[0].casefold()
    assert told[0].count(".") == 2
    assert told[1] == ""
    assert CliRunner().invoke(app, ["translations", "--json"]).stdout == '{"pairs":["pt-en"]}\n'


def test_a_file_that_is_another_than_listed_is_not_taken(data: Path, mirror: Site) -> None:
    vocabulary = next(path for path in mirror.pages if "vocab" in path)
    for body, line in (
        (gzip.compress(b"something else"), "is not the file that this revision lists"),
        (b"no gzip", "cannot be unpacked"),
        (gzip.compress(b"cut")[:-4], "cannot be unpacked"),
    ):
        serve(mirror, vocabulary, body)
        status, told = add(mirror, "pt-en")
        assert (status, line in told) == (1, True)
        assert list((data / "translations").iterdir()) == []
    del mirror.pages[vocabulary]
    status, told = add(mirror, "pt-en")
    assert (status, "answers 404" in told) == (1, True)
    assert held() == []


def test_what_goes_wrong_leaves_the_pair_that_was_there(data: Path, mirror: Site) -> None:
    lay(data)
    serve(mirror, next(path for path in mirror.pages if "model" in path), b"")
    assert add(mirror, "pt-en")[0] == 1
    assert held() == ["en-pt", "pt-en"]
    assert BergamotTranslator().translate(["Good morning."], "en", "pt") == ["Bom dia."]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[]", "holds no list of models"),
        ("nothing", "holds no list of models"),
        ('{"pten": {"model": {"name": "../../away", "modelType": "prod"}}}', "does not say what belongs to this pair"),
        ('{"pten": ["model"]}', "does not say what belongs to this pair"),
    ],
)
def test_a_list_that_is_none_is_refused(data: Path, mirror: Site, text: str, line: str) -> None:
    mirror.say(f"/{REVISION}/registry.json", text)
    status, told = add(mirror, "pt-en")
    assert (status, line in told) == (1, True), told
    assert not (data / "translations").exists()


def test_wrong_arguments_are_told_in_one_line(data: Path, mirror: Site) -> None:
    assert add(mirror, "en-ko") == (2, "octavo: there is no model for en-ko at this revision; there are pt-en\n")
    assert add(mirror, "English") == (2, "octavo: 'English' is no pair of languages; write one like en-ko\n")
    done = CliRunner().invoke(app, ["translations", "add", "pt-en", "--revision", "main"])
    assert (done.exit_code, "40 hexadecimal digits" in done.stderr) == (2, True)


def test_two_languages_meet_in_english(data: Path) -> None:
    lay(data, gl_en="pt-en")
    assert route("gl", "pt") == ("gl-en", "en-pt")
    assert route("pt", "en") == ("pt-en",)
    assert route("pt", "gl") == ()
    told = BergamotTranslator().translate(["O farol voltou a brilhar."], "gl", "pt")
    assert not isinstance(told, Refusal)
    assert "farol" in told[0].casefold()


def test_models_that_cannot_be_read_are_a_refusal(data: Path) -> None:
    directory = data / "translations" / "en-de"
    directory.mkdir(parents=True)
    (directory / "model.ende.intgemm.alphas.bin").write_bytes(b"no model")
    told = BergamotTranslator().translate(["Good morning."], "en", "de")
    assert isinstance(told, Refusal)
    assert told.reason == "broken-model"
    (directory / "vocab.deen.spm").write_bytes(b"no vocabulary")
    told = BergamotTranslator().translate(["Good morning."], "en", "de")
    assert isinstance(told, Refusal)
