import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from octavo.config.users import Users
from octavo.core.errors import Fatal

OTHER = """
import sys
from pathlib import Path
from octavo.config.users import Users
users = Users(Path(sys.argv[1]))
{act}
print("ready", flush=True)
sys.stdin.read()
"""
JOINS = "users.join()"
TAKES_A_TURN = "turn = users.turn()\nturn.__enter__()"


@contextmanager
def another(file: Path, act: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OTHER.format(act=act), str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_user_is_alone_until_another_joins_and_again_once_that_is_killed(tmp_path: Path) -> None:
    with closing(Users(tmp_path / "users")) as users:
        users.join()
        assert users.is_alone()
        with another(tmp_path / "users", JOINS) as process:
            assert not users.is_alone()
            process.kill()
            process.wait()
            assert users.is_alone()


def test_who_asked_whether_it_is_alone_is_a_user_still(tmp_path: Path) -> None:
    ask = f"{JOINS}\nprint(users.is_alone(), flush=True)"
    with closing(Users(tmp_path / "users")) as users:
        users.join()
        with another(tmp_path / "users", JOINS):
            assert not users.is_alone()
            command = [sys.executable, "-c", OTHER.format(act=ask), str(tmp_path / "users")]
            told = subprocess.run(command, input="", capture_output=True, text=True, check=True).stdout
    assert told == "False\nready\n"


def test_a_file_that_cannot_be_opened_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(Fatal, match="as the user whose data directory"):
        Users(tmp_path)


def test_one_takes_its_turn_at_a_time_and_the_dead_hold_none(tmp_path: Path) -> None:
    with closing(Users(tmp_path / "users")) as users, another(tmp_path / "users", TAKES_A_TURN) as process:
        killer = threading.Timer(0.5, process.kill)
        killer.start()
        with users.turn():
            assert process.wait(5) < 0
