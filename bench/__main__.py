"""`make bench`: every benchmark's figures as JSON, one after the other."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SHARED", HERE.parent.parent / "shared"))
FEW = ("--articles", "2000", "--every", "2000")
"""So many show what vectors cost beside the rest."""
BENCHES: tuple[tuple[str | Path, ...], ...] = (
    ("feeds.py",),
    ("fetch.py",),
    ("refresh.py",),
    ("extract.py", SHARED / "data" / "extract"),
    ("search.py",),
    ("front.py",),
    ("copies.py",),
    ("fold.py",),
    ("fold.py", *FEW),
    ("fold.py", *FEW, "--vectors"),
    ("enrich.py",),
)


def main() -> None:
    """Run each benchmark in a process of its own; one whose data is absent is named and passed over."""
    for script, *arguments in BENCHES:
        if missing := [path for path in arguments if isinstance(path, Path) and not path.exists()]:
            print(f"bench/{script} needs the labelled data at {missing[0]}")
            continue
        print(" ".join([f"# bench/{script}", *map(str, arguments)]), flush=True)
        subprocess.run([sys.executable, HERE / script, *arguments], check=True)


main()
