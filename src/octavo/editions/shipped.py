"""The editions that Octavo brings along: files that people can review and mend."""

from functools import cache
from importlib.resources import files

from octavo.core.errors import BadInput, Fatal
from octavo.editions.edition import Edition, read_edition


@cache
def shipped() -> dict[str, Edition]:
    """Return the editions that ship, by slug, the world first. Raises Fatal for an odd file."""
    found = (file for file in files("octavo.editions").joinpath("editions_data").iterdir() if file.name[-5:] == ".toml")
    editions = {}
    for file in sorted(found, key=lambda file: (file.name != "world.toml", file.name)):
        try:
            edition = read_edition(file.read_text(encoding="utf-8"), file.name.removesuffix(".toml"))
        except BadInput as error:
            raise Fatal(f"the edition {file.name} cannot be used: {error}") from error
        editions[edition.slug] = edition
    return editions
