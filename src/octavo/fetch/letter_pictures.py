"""Pictures that came within letters: kept on disk, and found by the door without any network."""

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from octavo.core.clock import utc_now
from octavo.core.links import LETTER_PICTURES
from octavo.core.types import Request, Response

_DIRECTORY = "letters"


def keep(data: Path, pictures: Iterable[tuple[str, bytes]]) -> None:
    """Keep pictures in the house at `data`, by names that stand for their bytes."""
    for name, body in pictures:
        file = data / _DIRECTORY / name[:2] / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_suffix(f".{id(body)}")
            fresh.write_bytes(body)
            fresh.rename(file)


def answers(data: Path) -> Callable[[Request], Response | None]:
    """Return what answers requests for the pictures kept in the house at `data`."""

    def answer(request: Request) -> Response | None:
        if not request.url.startswith(LETTER_PICTURES):
            return None
        name = Path(urlsplit(request.url).path).name
        try:
            body = (data / _DIRECTORY / name[:2] / name).read_bytes()
        except (OSError, ValueError):
            return Response(request.url, 404, {}, b"", utc_now())
        return Response(request.url, 200, {}, body, utc_now())

    return answer
