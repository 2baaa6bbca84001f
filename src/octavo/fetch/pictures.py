"""Pictures from publishers: fetched through the one door, resized, kept on disk."""

from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore

from PIL import Image, UnidentifiedImageError
from xxhash import xxh3_128_hexdigest

from octavo.core.types import Refusal, Request
from octavo.fetch.keeper import fetch_once

PIXELS_COUNT = 50_000_000
"""A picture that unpacks to more is refused: no camera of the press makes it, a bomb does."""
WHOLE_PIXELS_COUNT = 20_000_000
"""Likewise where the format has to be unpacked whole, at 4 bytes a pixel; a JPEG is unpacked at a smaller size."""
AT_ONCE_COUNT = 2
"""Pictures that a process unpacks at a time."""
QUALITY = 78
FORMAT = "WEBP"

_few_at_once = BoundedSemaphore(AT_ONCE_COUNT)


def picture(url: str, width: int, kept: Path) -> bytes | Refusal:
    """Return the picture at `url` as WebP, at most `width` pixels wide; it is kept in the directory `kept`."""
    name = xxh3_128_hexdigest(f"{width} {url}".encode())
    file = kept / name[:2] / f"{name}.webp"
    if file.exists():
        return file.read_bytes()
    answer = fetch_once(Request(url))
    if isinstance(answer, Refusal):
        return answer
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the picture answered with status {answer.status}")
    with _few_at_once:
        resized = _resized(answer.body, width)
    if isinstance(resized, bytes):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{id(resized)}")
        fresh.write_bytes(resized)
        fresh.rename(file)
    return resized


def _resized(body: bytes, width: int) -> bytes | Refusal:
    try:
        with Image.open(BytesIO(body)) as image:
            if image.width * image.height > (PIXELS_COUNT if image.format == "JPEG" else WHOLE_PIXELS_COUNT):
                return Refusal("fetch", "too-large", "the picture has too many pixels")
            image.draft("RGB", (width, width))
            image.thumbnail((width, image.height))
            shown = image.convert("RGBA" if image.mode in ("RGBA", "LA", "P") else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        return Refusal("fetch", "not-a-picture", str(error)[:200])
    out = BytesIO()
    shown.save(out, FORMAT, quality=QUALITY, method=4)
    return out.getvalue()
