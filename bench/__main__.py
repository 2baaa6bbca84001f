"""`make bench`: every benchmark's figures as JSON, one after the other."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SHARED", HERE.parent.parent / "shared"))
BENCHES: tuple[tuple[str, ...], ...] = (
    ("feeds.py",),
    ("fetch.py",),
    ("refresh.py",),
    ("extract.py", str(SHARED / "data" / "extract")),
    ("search.py",),
    ("front.py",),
    ("copies.py",),
    ("fold.py",),
    ("enrich.py",),
)


def main() -> None:
    """Run each benchmark in a process of its own; one whose data is absent is named and passed over."""
    for script, *arguments in BENCHES:
        if missing := [path for path in arguments if not Path(path).exists()]:
            print(f"bench/{script} needs the labelled data at {missing[0]}")
            continue
        print(f"# bench/{script}", flush=True)
        subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


main()
