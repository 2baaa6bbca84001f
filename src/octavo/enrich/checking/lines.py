"""Check lines: a source and what is said of it in, the verdict out."""

from dataclasses import asdict, dataclass
from typing import Any

import orjson

from octavo.core.errors import BadInput
from octavo.enrich.checking.check import Checked


@dataclass(frozen=True, slots=True)
class CheckLine:
    id: str
    source: str
    summary: str


def read_check_line(line: bytes) -> CheckLine:
    """Return the pair of one line; raises BadInput with what is wrong with it."""
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error})") from None
    if not isinstance(fields, dict) or fields.get("id") in (None, ""):
        raise BadInput('no "id"')
    for key in ("source", "summary"):
        if not isinstance(fields.get(key), str) or not any(map(str.isalnum, fields[key])):
            raise BadInput(f'no words in "{key}"')
    return CheckLine(str(fields["id"]), fields["source"], fields["summary"])


def check_line(identity: str, checked: Checked) -> dict[str, Any]:
    """Return the check line of the contract."""
    return {
        "id": identity,
        "supported": checked.supported,
        "score": round(checked.score, 4),
        "unsupported": [asdict(one) for one in checked.unsupported],
    }
