"""Pictures through the door: resized, kept, and refused where they are none or bombs."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import web
from PIL import Image

from octavo.config.settings import Settings
from octavo.core.types import Refusal
from octavo.fetch import close_door
from octavo.fetch.pictures import picture
from tests.integration.sites import Site


def drawn(kind: str, width: int, height: int, mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def site(session_house: Settings) -> Iterator[Site]:
    bodies = {
        "/photo": drawn("JPEG", 1600, 900),
        "/large-photo": drawn("JPEG", 6000, 4000),
        "/drawing": drawn("PNG", 400, 300, "P"),
        "/bomb": drawn("PNG", 6000, 4000, "1"),
        "/page": b"<html>no picture</html>",
        "/cut": drawn("PNG", 900, 900)[:200],
    }
    site = Site()

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=bodies[request.path])

    site.pages = dict.fromkeys(bodies, answer)
    with site.serving():
        yield site
    close_door()


@pytest.mark.parametrize(
    ("path", "size"), [("/photo", (800, 450)), ("/large-photo", (800, 533)), ("/drawing", (400, 300))]
)
def test_pictures_are_resized_and_kept(site: Site, tmp_path: Path, path: str, size: tuple[int, int]) -> None:
    for _ in range(2):
        shown = picture(site.url(path), 800, tmp_path)
        assert isinstance(shown, bytes)
        with Image.open(BytesIO(shown)) as image:
            assert (image.format, image.size) == ("WEBP", size)
    assert site.asked[path] == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/bomb", "too-large"), ("/page", "not-a-picture"), ("/cut", "not-a-picture"), ("/missing", "http-404")],
)
def test_what_is_no_sound_picture_is_refused_and_not_kept(site: Site, tmp_path: Path, path: str, reason: str) -> None:
    shown = picture(site.url(path), 800, tmp_path)
    assert isinstance(shown, Refusal)
    assert shown.reason == reason
    assert not list(tmp_path.rglob("*.webp"))


def test_a_picture_in_a_private_network_is_refused(site: Site, tmp_path: Path) -> None:
    shown = picture("http://169.254.169.254/latest/meta-data/", 800, tmp_path)
    assert isinstance(shown, Refusal)
    assert shown.reason == "not-public"
