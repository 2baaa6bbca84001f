"""Make the table of countries' Wikidata identifiers that pages of names link by, out of the package rigour's.

uv run --with rigour python -m bench.territories > src/octavo/enrich/lexicon/territories.txt
"""

from babel import Locale
from rigour.territories import get_territory

HEAD = """\
# Countries and dependent territories by their code in the CLDR (ISO 3166-1), with their Wikidata identifier.
# From the package rigour, (c) 2025 OpenSanctions, MIT licence; made by bench/territories.py.
"""


def main() -> None:
    print(HEAD, end="")
    for code in sorted(Locale("en").territories):
        territory = get_territory(code.casefold()) if len(code) == 2 else None
        if territory and territory.code == code.casefold() and territory.qid and not territory.is_historical:
            print(code, territory.qid)


if __name__ == "__main__":
    main()
