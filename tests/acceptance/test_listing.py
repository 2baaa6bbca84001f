"""Subscriptions from another program and back, from the command line."""

import json
from pathlib import Path

from octavo.sources import opml
from tests.acceptance.processes import run

LIST = """<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Korea" x="1"><outline title="엘스터신문" type="rss" xmlUrl="http://127.0.0.1:9/a?b=1&c=2"/>
</outline></outline><outline text="Comics" xmlUrl="http://127.0.0.1:9/comics" category="fun"/></body>"""


def test_a_list_goes_in_and_comes_out_again(tmp_path: Path) -> None:
    data = tmp_path / "house"
    ended = run("import", "opml", "-", data=data, text=LIST)
    assert ended.returncode == 0, ended.stderr
    assert "2 feeds added, 0 already there" in ended.stderr
    again = run("import", "opml", "-", "--json", data=data, text=LIST)
    assert json.loads(again.stdout) == {"added": 0, "known": 2, "sought": 0, "problems": []}

    exported = run("export", "opml", data=data)
    assert exported.returncode == 0, exported.stderr
    assert opml.read(exported.stdout.encode()) == opml.read(LIST.encode())
    file = tmp_path / "out.opml"
    assert run("export", "opml", str(file), data=data).returncode == 0
    assert file.read_text(encoding="utf-8") == exported.stdout

    older = run("export", "opml", "--version", "1.0", data=data).stdout
    assert older == exported.stdout.replace('<opml version="2.0">', '<opml version="1.0">') != exported.stdout

    refused = run("export", "opml", str(tmp_path), data=data)
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"octavo: {tmp_path} cannot be written")
