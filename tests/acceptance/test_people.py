"""Looking after people from the terminal, and the first start's link."""

import json
import re
from pathlib import Path
from urllib.request import urlopen

from tests.acceptance.processes import run, running

LINK = re.compile(r"(http://localhost:\d+)(/en/invitation/[\w-]+)")


def test_the_first_start_prints_a_link_once_and_no_other_does(tmp_path: Path) -> None:
    log = tmp_path / "house.log"
    for _ in range(2):
        with running(tmp_path / "house", "--demo") as address:
            links = LINK.findall(log.read_text())
            if len(links) == 1 and address.endswith(links[0][0].rpartition(":")[2]):
                assert urlopen(address + links[0][1], timeout=20).status == 200
    assert len(LINK.findall(log.read_text())) == 1
    listed = [json.loads(line) for line in run("user", "list", "--json", data=tmp_path / "house").stdout.splitlines()]
    assert [(one["name"], one["last_signed_in"]) for one in listed if one["role"] == "administrator"] == [
        ("admin", None)
    ]


def test_people_are_listed_given_roles_invited_let_in_and_kept_out(tmp_path: Path) -> None:
    house = tmp_path / "house"
    for name in ("Ada", "Bela"):
        made = run("user", "create-admin", name, data=house, text="seven-leaves-and-a-quill\n")
        assert made.returncode == 0, made.stderr
    assert run("user", "role", "bela", "editor", data=house).returncode == 0
    listed = run("user", "list", data=house).stdout.splitlines()
    assert [line.split()[::2] for line in listed] == [["administrator", "Ada"], ["editor", "Bela"]]

    for words in (("invite", "--role", "moderator"), ("link", "Bela")):
        printed = run("user", *words, data=house)
        assert LINK.fullmatch(printed.stdout.strip()), printed
    public = run("user", "invite", data=house, OCTAVO_PUBLIC_URL="https://news.example")
    assert public.stdout.startswith("https://news.example/en/invitation/")

    for words, says in (
        (("role", "Bela", "queen"), "no role"),
        (("role", "Cato", "reader"), "nobody called"),
        (("role", "Ada", "reader"), "only administrator"),
        (("ban", "Ada"), "only administrator"),
        (("invite", "--days", "0"), "from 1 to 90"),
    ):
        refused = run("user", *words, data=house)
        assert refused.returncode == 2, words
        assert says in refused.stderr
    assert run("user", "ban", "Bela", data=house).returncode == 0
    assert "banned" in run("user", "link", "Bela", data=house).stderr
    off = run("user", "invite", data=house, OCTAVO_SIGN_UP="off")
    assert (off.returncode, "OCTAVO_SIGN_UP" in off.stderr) == (2, True)
