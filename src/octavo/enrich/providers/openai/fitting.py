"""What an endpoint refuses of a request: told by its answers, and left out from then on while the process runs."""

import re
from collections.abc import Collection

from octavo.enrich.providers.openai.wire import Endpoint

Members = frozenset[str]
"""Names of a request's members."""
_NAMED = {
    "response_format": re.compile(r"response_?format|json_schema|structured", re.IGNORECASE),
    "max_tokens": re.compile(r"\bmax_tokens\b"),
    "max_completion_tokens": re.compile(r"\bmax_completion_tokens\b"),
    "temperature": re.compile(r"\btemperature\b", re.IGNORECASE),
    "stream_options": re.compile(r"\bstream_options\b|\binclude_usage\b"),
    "stream": re.compile(r"\bstream(?:ing|ed)?\b", re.IGNORECASE),
}
_FORM = frozenset({"response_format"})
_SPARED = _FORM | {"temperature", "stream_options", "stream"}
"""What a question can do without; how long its answer may be is told as long as the endpoint takes that."""
_learned: dict[tuple[str, str], Members] = {}


def refused(asked: Collection[str], told: str) -> Members:
    """Return which of a request's members a refusal names; where none, those that endpoints know least; or none."""
    present = frozenset(asked)
    named = present & {name for name, words in _NAMED.items() if words.search(told)}
    return named or present & _FORM or present & _SPARED


def known(endpoint: Endpoint) -> Members:
    """Return what this endpoint's model has been found to refuse."""
    return _learned.get((endpoint.url, endpoint.model), frozenset())


def remember(endpoint: Endpoint, members: Members) -> None:
    """Remember that this endpoint's model answers without these members."""
    _learned[endpoint.url, endpoint.model] = members
