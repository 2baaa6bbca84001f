# /// script
# requires-python = ">=3.11"
# dependencies = ["reader==3.26", "sgmllib3k", "beautifulsoup4"]
# ///
"""The peer of bench/refresh.py: `reader` from PyPI, run by uv in an environment of its own.

uv run --script bench/peer_reader.py DATABASE add URLS | update | index
"""

import sys
from pathlib import Path

from reader import make_reader  # type: ignore[import-not-found]


def main(database: str, act: str, urls: str = "") -> None:
    """Subscribe to the addresses in the file `urls`, poll all feeds, or bring the search index up to date."""
    reader = make_reader(database)
    if act == "add":
        for url in Path(urls).read_text().split():
            reader.add_feed(url)
        reader.enable_search()
    elif act == "update":
        reader.update_feeds(scheduled=False)
    else:
        reader.update_search()
    counts = reader.get_entry_counts()
    print(counts.total, reader.search_entry_counts("ferry").total if act == "index" else "")


main(*sys.argv[1:])
