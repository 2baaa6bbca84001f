"""A job that fails is told, and tried again by the next refresh."""

import subprocess
import sys
from pathlib import Path

from tests.acceptance.processes import environment

FAILING = """
import sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.pipeline.jobs import fold_articles
    from octavo.pipeline.queue import defer
    defer(fold_articles, article_ids=["no number"])
"""
MENDED = """
import sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.config.bulk import executed
    executed("UPDATE procrastinate_jobs SET args = '{\\"article_ids\\": []}'")
"""


def ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment(), check=False, timeout=120)


def test_a_refresh_in_which_a_job_failed_says_so_and_the_next_one_tries_it_again(tmp_path: Path) -> None:
    house = str(tmp_path / "house")
    assert ended("-c", FAILING, house).returncode == 0
    for _ in range(2):
        refreshed = ended("-m", "octavo", "refresh", "--data", house)
        assert refreshed.returncode == 1, refreshed.stderr
        assert "1 job failed; what was read is safe" in refreshed.stderr
    assert '"jobs_failed_count":1' in ended("-m", "octavo", "status", "--json", "--data", house).stdout.replace(" ", "")
    assert ended("-c", MENDED, house).returncode == 0
    refreshed = ended("-m", "octavo", "refresh", "--data", house)
    assert refreshed.returncode == 0, refreshed.stderr
