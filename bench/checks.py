"""The tools of bench/npm: installed once as their lock says, and run."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

NPM = Path(__file__).resolve().parent / "npm"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM_FLAGS = "--headless --no-sandbox --disable-gpu"


def install() -> None:
    """Install the tools where they are not yet. Raises SystemExit naming what the machine lacks."""
    missing = [tool for tool in ("node", "npm", "java", "chromium") if not shutil.which(tool)]
    if missing:
        raise SystemExit(f"these tools are missing: {', '.join(missing)} (Debian: nodejs npm default-jre chromium)")
    if not (NPM / "node_modules" / "lighthouse").exists():
        environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=NPM, check=True, env=environment, stdout=subprocess.DEVNULL)


def lighthouse(url: str) -> Mapping[str, Any]:
    """Return Lighthouse's report on `url` in its phone profile: emulated phone, slow network and processor."""
    command = [
        *("npx", "lighthouse", url, "--quiet", "--output=json", f"--chrome-flags={CHROMIUM_FLAGS}"),
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, cwd=NPM, check=True, env=environment, capture_output=True)
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def html_errors(pages: Sequence[Path]) -> list[str]:
    """Return what the Nu Html Checker finds wrong in files of HTML."""
    jar = NPM / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json", *map(str, pages)]
    done = subprocess.run(command, check=True, capture_output=True)
    found = json.loads(done.stderr)["messages"]
    return [f"{Path(one.get('url', '')).name}:{one.get('lastLine', '')}: {one['message']}" for one in found]
