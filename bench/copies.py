"""Speed and size of the index of copies on generated news: texts a processor second and memory as the window fills.

    python bench/copies.py [--texts 200000] [--every 50000]

The texts are those of `bench/fold.py`: some 250 words each, one in eight a copy, over seven days.
"""

import argparse
import resource
import sys
from pathlib import Path
from time import process_time

from octavo.dedupe import CopyIndex

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fold import News


def main() -> None:
    """Index generated news and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, default=200_000)
    options.add_argument("--every", type=int, default=50_000)
    given = options.parse_args()
    index, seconds, last, found = CopyIndex(), 0.0, 0.0, 0
    before = _peak_megabytes()
    for number, (article, _) in enumerate(News(given.texts), start=1):
        started = process_time()
        found += index.find_and_add(article) is not None
        seconds += process_time() - started
        if number % given.every == 0:
            rate = given.every / (seconds - last)
            print(
                f"{number:>9} texts  {rate:7.0f} a second  {_peak_megabytes() - before:6.0f} MB  {found} copies",
                flush=True,
            )
            last = seconds


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
