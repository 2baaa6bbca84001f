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
from octavo.fetch.kept_files import KeptFiles
from octavo.fetch.pictures import Format, picture, size_of
from tests.integration.sites import Site


def drawn(kind: str, width: int, height: int, mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


def on_its_side() -> bytes:
    """Return a photograph as cameras store it that were held upright: lying, with a note to turn it."""
    out, note = BytesIO(), Image.Exif()
    note[0x0112] = 6
    Image.new("RGB", (1500, 1000)).save(out, "JPEG", exif=note)
    return out.getvalue()


@pytest.fixture
def site(session_house: Settings) -> Iterator[Site]:
    bodies = {
        "/photo": drawn("JPEG", 1600, 900),
        "/large-photo": drawn("JPEG", 6000, 4000),
        "/drawing": drawn("PNG", 400, 300, "P"),
        "/see-through": drawn("PNG", 400, 300, "RGBA"),
        "/on-its-side": on_its_side(),
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


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path, 1_000_000_000)


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/photo", (800, 450)),
        ("/large-photo", (800, 533)),
        ("/drawing", (400, 300)),
        ("/on-its-side", (800, 1200)),
        ("/see-through", (400, 300)),
    ],
)
def test_pictures_are_resized_and_kept(site: Site, kept: KeptFiles, path: str, size: tuple[int, int]) -> None:
    kinds: tuple[Format, ...] = ("WEBP", "AVIF")
    for kind in kinds * 2:
        shown = picture(site.url(path), 800, kind, kept)
        assert isinstance(shown, bytes)
        with Image.open(BytesIO(shown)) as image:
            assert (image.format, image.size) == (kind, size)
    assert site.asked[path] == 1


def test_a_publisher_is_asked_once_for_all_widths(site: Site, kept: KeptFiles) -> None:
    for width in (320, 640, 1280):
        assert isinstance(picture(site.url("/photo"), width, "AVIF", kept), bytes)
    assert site.asked["/photo"] == 1


def test_a_picture_that_was_seen_has_its_own_size(site: Site, kept: KeptFiles) -> None:
    assert size_of(site.url("/photo"), kept) is None
    for path in ("/photo", "/on-its-side"):
        picture(site.url(path), 320, "WEBP", kept)
    assert size_of(site.url("/photo"), kept) == (1600, 900)
    assert size_of(site.url("/on-its-side"), kept) == (1000, 1500)


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/bomb", "too-large"), ("/page", "not-a-picture"), ("/cut", "not-a-picture"), ("/missing", "http-404")],
)
def test_what_is_no_sound_picture_is_refused_and_not_kept(
    site: Site, kept: KeptFiles, tmp_path: Path, path: str, reason: str
) -> None:
    shown = picture(site.url(path), 800, "AVIF", kept)
    assert isinstance(shown, Refusal)
    assert shown.reason == reason
    assert not list(tmp_path.rglob("*.*"))


def test_a_picture_in_a_private_network_is_refused(site: Site, kept: KeptFiles) -> None:
    shown = picture("http://169.254.169.254/latest/meta-data/", 800, "AVIF", kept)
    assert isinstance(shown, Refusal)
    assert shown.reason == "not-public"
