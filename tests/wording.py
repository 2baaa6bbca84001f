"""Finds text for people that stands outside translation; `make lint` runs it.

In templates: bare words between tags, in attributes that people read, and in expressions that are shown. In the web's
code: strings of several words that no gettext function takes. In its scripts: strings of several words.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

WEB = Path(__file__).resolve().parents[1] / "src" / "octavo" / "web"
GETTEXT = {"_", "gettext", "gettext_noop", "ngettext", "pgettext", "npgettext", "gettext_lazy", "ngettext_lazy"}
NAMES = {"Octavo", "octavo", "OPML", "RSS", "JSON", "HTML", "URL", "UTC", "CSS", "AI", "PDF", "Mac", "OS"}
"""Words that no language translates."""
MACHINE_BLOCKS = {"page_class", "kind", "shape"}
"""Blocks whose content is for machines."""
READ_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label")
MACHINE_CALLS = {"BadInput", "Fatal", "GiveUp", "Retry", "RuntimeError", "ValueError", "TypeError", "compile", "RawSQL"}
"""What they are given is for the terminal, the log or the database."""
MACHINE_METHODS = {"debug", "info", "warning", "error", "exception", "execute", "removeprefix", "split", "help_text"}

MACHINE_KEYS = {"reason"}
"""In answers to scripts, which tell people in their own words."""

_GAP = "\x00"
"""Stands where an expression stood."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_]{2,}")
"""Two words one after the other: what a person reads, and hardly ever a machine."""
_HEADER = re.compile(r"[\w/-]+(?:=[\w\"'*.-]+)?(?:[,;] ?[\w-]+(?:=[\w\"'*.-]+)?)*;?")
_UNREAD = re.compile(
    r"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<code\b[^>]*dir=\"ltr\"[^>]*>.*?</code>|&\w+;"
    r"|(?<=translate=\"no\")>[^<]*|https?://",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(rf"(?<![\w-])(?:{'|'.join(READ_ATTRIBUTES)})=\"([^\"]*)\"")
_SCRIPT_STRING = re.compile(r"//.*|/\*.*?\*/|(?P<quote>[\"'`])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bare:
    """Text outside translation."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: text outside translation: {self.text!r}"


def in_template(text: str, file: str = "") -> list[Bare]:
    """Return the bare texts of a Jinja template."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(text)
    shown = [Bare(file, line, words) for line, words in _shown_constants(tree)]
    return [*_in_markup(_markup(tree), file), *shown]


def _markup(tree: nodes.Template) -> str:
    """Return a template's HTML with a gap for each expression, and each of its lines where it was."""
    out, line = [], 1
    for node in _outputs(tree):
        for piece in node.nodes:
            is_data = isinstance(piece, nodes.TemplateData)
            out.append("\n" * max(0, piece.lineno - line))
            line = max(line, piece.lineno)
            out.append(piece.data if isinstance(piece, nodes.TemplateData) else _GAP)
            line += piece.data.count("\n") if is_data and isinstance(piece, nodes.TemplateData) else 0
    return "".join(out)


def _outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block) and child.name in MACHINE_BLOCKS:
            continue
        if isinstance(child, nodes.Output):
            yield child
        yield from _outputs(child)


def _in_markup(markup: str, file: str) -> Iterator[Bare]:
    read = _UNREAD.sub(lambda found: "\n" * found[0].count("\n"), markup)
    places = [(one.start(1), one[1]) for one in _ATTRIBUTE.finditer(read)]
    bare = _TAG.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), read)
    places += [(one.start(), one[0]) for one in re.finditer(r"[^\n\x00]+", bare)]
    for at, text in sorted(places):
        if set(_WORD.findall(text)) - NAMES:
            yield Bare(file, read.count("\n", 0, at) + 1, " ".join(text.split()))


def _shown_constants(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    before = ""
    for piece in (piece for output in _outputs(tree) for piece in output.nodes):
        if isinstance(piece, nodes.TemplateData):
            before = (before + piece.data)[-1000:]
            continue
        for constant in _constants(piece) if _is_read(before) else ():
            if set(_WORD.findall(constant.value)) - NAMES and not constant.value.startswith(("/", "#", "<")):
                yield constant.lineno, constant.value


def _is_read(before: str) -> bool:
    """Tell whether people read what stands after this markup: between tags, or in an attribute for them."""
    tag = before.rpartition("<")[2]
    if ">" in tag or "<" not in before:
        return True
    attribute = re.search(r'([\w-]+)="[^"]*$', tag)
    return bool(attribute and attribute[1] in READ_ATTRIBUTES)


def _constants(node: nodes.Node) -> Iterator[nodes.Const]:
    """Yield the strings that an expression may show: its branches, not what it compares, names or calls with."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node
    elif isinstance(node, nodes.CondExpr):
        yield from _constants(node.expr1)
        yield from _constants(node.expr2) if node.expr2 else ()
    elif isinstance(node, nodes.Concat | nodes.Add | nodes.Or | nodes.And):
        for child in node.iter_child_nodes():
            yield from _constants(child)
    elif isinstance(node, nodes.Getitem) and isinstance(node.node, nodes.Dict):
        for pair in node.node.items:
            yield from _constants(pair.value)


def in_code(text: str, file: str = "") -> list[Bare]:
    """Return the bare texts of Python code: strings of several words that are no docstring and go to no machine."""
    tree = ast.parse(text)
    return [
        Bare(file, line, words) for line, words in _strings(tree) if _SHOWN.search(words) and not _is_machine(words)
    ]


def _is_machine(words: str) -> bool:
    return (
        bool(_HEADER.fullmatch(words))
        or not set(_WORD.findall(words)) - NAMES
        or words.lstrip().startswith(("<", "SELECT", "default-src"))
    )


def _strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and _called(child) in GETTEXT | MACHINE_CALLS | MACHINE_METHODS:
            continue
        if isinstance(child, ast.Assert) or (isinstance(node, ast.Dict) and child in _machine_values(node)):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.lineno, child.value
        yield from _strings(child)


def _machine_values(node: ast.Dict) -> list[ast.expr]:
    pairs = zip(node.keys, node.values, strict=True)
    return [value for key, value in pairs if isinstance(key, ast.Constant) and key.value in MACHINE_KEYS]


def _called(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def in_script(text: str, file: str = "") -> list[Bare]:
    """Return the bare texts of a script: strings of several words that begin with a capital."""
    found = [one for one in _SCRIPT_STRING.finditer(text) if one["text"]]
    return [
        Bare(file, text.count("\n", 0, one.start()) + 1, one["text"])
        for one in found
        if _SHOWN.search(one["text"]) and one["text"][0].isupper()
    ]


def everywhere(web: Path = WEB) -> list[Bare]:
    """Return the bare texts of the web's templates, code and scripts."""
    found: list[Bare] = []
    for kind, look in (("html", in_template), ("py", in_code), ("js", in_script)):
        for file in sorted(web.rglob(f"*.{kind}")):
            if "vendor" not in file.parts:
                found += look(file.read_text(encoding="utf-8"), str(file.relative_to(web.parents[2])))
    return found


if __name__ == "__main__":
    bare = everywhere()
    sys.stderr.write("".join(f"{one}\n" for one in bare))
    sys.exit(bool(bare))
