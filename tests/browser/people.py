"""People who are signed in, made beside the running house: a browser's process cannot hold Django."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.acceptance.processes import environment

SCRIPT = """
import sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    for name, role in (one.split(":") for one in sys.argv[2:]):
        person, _ = get_user_model().objects.get_or_create(username=name, defaults={"role": role})
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.create()
        print(name, session.session_key)
"""

State = Any
"""What a browser context begins with."""


def signed_in_people(house: Path, site: str, *people: str) -> dict[str, State]:
    """Return the browser state of each of `people`, given as "name:role"; those who are not there yet are made."""
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(house), *people]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True, timeout=120)
    found = dict(line.split() for line in done.stdout.splitlines())
    return {name: _state(site, session) for name, session in found.items()}


def _state(site: str, session: str) -> State:
    facts = {"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/", "expires": -1}
    return {"cookies": [{**facts, "httpOnly": True, "secure": False, "sameSite": "Lax"}], "origins": []}
