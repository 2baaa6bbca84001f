"""Pictures from publishers: fetched through the one door, resized, kept on disk up to a bound."""

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError
from xxhash import xxh3_128_hexdigest

from octavo.core.types import Refusal, Request
from octavo.fetch.keeper import fetch_once
from octavo.fetch.kept_files import KeptFiles

PIXELS_COUNT = 50_000_000
"""A picture that unpacks to more is refused: no camera of the press makes it, a bomb does."""
WHOLE_PIXELS_COUNT = 20_000_000
"""Likewise where the format has to be unpacked whole, at 4 bytes a pixel; a JPEG is unpacked at a smaller size."""
AT_ONCE_COUNT = 2
"""Pictures that a process unpacks at a time."""
KNOWN_SIZES_COUNT = 5_000
_ORIENTATION, _LYING = 0x0112, range(5, 9)
"""EXIF's tag for how a camera was held, and its values for pictures stored on their side."""

Format = Literal["AVIF", "WEBP"]
_SAVED: dict[Format, dict[str, int]] = {"AVIF": {"quality": 55, "speed": 8}, "WEBP": {"quality": 78, "method": 2}}
"""About alike to the eye; of 1,280 pixels AVIF takes 0.07 s of a processor, WebP 0.03 s. WebP's method 4 took 0.12 s
and saved 5 % of the bytes."""

_few_at_once = BoundedSemaphore(AT_ONCE_COUNT)


@cache
def kept_pictures(data: Path, limit_bytes: int) -> KeptFiles:
    """Return where the house at `data` keeps pictures."""
    return KeptFiles(data / "pictures", limit_bytes)


def picture(url: str, width: int, kind: Format, kept: KeptFiles) -> bytes | Refusal:
    """Return the picture at `url`, at most `width` pixels wide; its publisher is asked once for all of them."""
    name = f"{xxh3_128_hexdigest(f'{width} {url}'.encode())}.{kind.lower()}"
    if (shown := kept.read(name)) is not None:
        return shown
    original = _original(url, kept)
    if isinstance(original, Refusal):
        return original
    with _few_at_once:
        resized = _resized(original, width, kind)
    if isinstance(resized, bytes):
        kept.write(_original_name(url), original)
        kept.write(name, resized)
    return resized


@lru_cache(KNOWN_SIZES_COUNT)
def _size(file: Path, _seen: float) -> tuple[int, int] | None:
    try:
        with Image.open(file) as image:
            size = image.size
            return size[::-1] if image.getexif().get(_ORIENTATION) in _LYING else size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def size_of(url: str, kept: KeptFiles) -> tuple[int, int] | None:
    """Return width and height of the picture at `url` where it has been fetched before."""
    file = kept.path(_original_name(url))
    try:
        return _size(file, file.stat().st_ino)
    except OSError:
        return None


def _original_name(url: str) -> str:
    return f"{xxh3_128_hexdigest(url.encode())}.original"


def _original(url: str, kept: KeptFiles) -> bytes | Refusal:
    if (body := kept.read(_original_name(url))) is not None:
        return body
    answer = fetch_once(Request(url))
    if isinstance(answer, Refusal):
        return answer
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the picture answered with status {answer.status}")
    return answer.body


def _resized(body: bytes, width: int, kind: Format) -> bytes | Refusal:
    try:
        with Image.open(BytesIO(body)) as image:
            if image.width * image.height > (PIXELS_COUNT if image.format == "JPEG" else WHOLE_PIXELS_COUNT):
                return Refusal("fetch", "too-large", "the picture has too many pixels")
            lies = image.getexif().get(_ORIENTATION) in _LYING
            bounds = (image.width, width) if lies else (width, image.height)
            image.draft("RGB", bounds)
            image.thumbnail(bounds)
            upright = ImageOps.exif_transpose(image)
            shown = upright.convert("RGBA" if upright.mode in ("RGBA", "LA", "P") else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return Refusal("fetch", "not-a-picture", str(error)[:200])
    out = BytesIO()
    shown.save(out, kind, **_SAVED[kind])
    return out.getvalue()
