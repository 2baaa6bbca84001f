"""One element of the light tree, and what it weighs."""

from collections.abc import Iterator, Mapping

from octavo.extract.constants import INLINE_TAGS, NAME_CHARACTERS, PARAGRAPH_CHARACTERS
from octavo.extract.names import HEADINGS, words_of

_TITLING_TAGS = frozenset(["header", "figure", *HEADINGS])
_NONE: Mapping[str, str | None] = {}


class Element:
    """One element of the page; lengths are characters.

    `run_length` is the text that runs on within the element's own lines: its strings and its inline elements';
    `length` is all text below; `mass` is the text of the paragraphs below, but for links, headings and figures.
    `children` are strings and elements, `elements` the elements alone; whoever takes one out while looping over them
    loops over a copy.
    """

    __slots__ = (
        "attributes", "children", "elements", "is_inline", "length", "link_length", "mass", "named_furniture", "parent",
        "run_length", "run_link_length", "tag", "votes",
    )  # fmt: skip

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: Mapping[str, str | None] = _NONE) -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.elements: list[Element] = []
        self.is_inline = tag in INLINE_TAGS
        self.named_furniture = False
        self.run_length = self.run_link_length = self.length = self.link_length = 0
        self.mass = self.votes = 0.0

    @property
    def words(self) -> frozenset[str]:
        """The words of class and id, in lower case."""
        named = f"{self.attributes.get('class') or ''} {self.attributes.get('id') or ''}"
        return words_of(named[:NAME_CHARACTERS])

    def weigh(self) -> None:
        """Settle lengths and mass, and add them to the parent's.

        Before, `run_length` holds the strings' and the inline children's, `length` what else the children hold.
        """
        self.length += self.run_length
        if self.tag == "a" and self._is_link():
            self.run_link_length, self.link_length, self.mass = self.run_length, self.length, 0.0
        elif self.run_length >= PARAGRAPH_CHARACTERS and not self.is_inline:
            self.mass += self.run_length - self.run_link_length
        above = self.parent
        if above is not None and self.length:
            above.link_length += self.link_length
            if self.mass:
                if self.tag in _TITLING_TAGS:
                    self.mass = 0.0
                above.mass += self.mass
            if self.is_inline:
                above.run_length += self.run_length
                above.run_link_length += self.run_link_length
                above.length += self.length - self.run_length
            else:
                above.length += self.length

    def put_first(self, element: "Element") -> None:
        """Put `element`, which stands elsewhere, before everything else too."""
        self.children = [element, *self.children]
        self.elements = [element, *self.elements]

    def remove(self) -> None:
        """Take this element out of its parent, and its weight off everything above."""
        above, within_run = self.parent, self.is_inline
        if above is not None:
            above.children.remove(self)
            above.elements.remove(self)
        linked, run_linked, mass = self.link_length, self.run_link_length, self.mass
        while above is not None:
            if above._is_link():
                linked, run_linked, mass = self.length, self.run_length, 0.0
            elif mass and above.tag in _TITLING_TAGS:
                mass = 0.0
            above.length -= self.length
            above.link_length -= linked
            above.mass -= mass
            if within_run:
                above.run_length -= self.run_length
                above.run_link_length -= run_linked
                within_run = above.is_inline
            above = above.parent
        self.parent = None

    def _is_link(self) -> bool:
        return self.tag == "a" and bool(self.attributes.get("href"))

    def remove_run(self) -> None:
        """Take out this element's own lines; what else it holds stays."""
        others = [child for child in self.elements if child.run_length < child.length or not child.is_inline]
        if others:
            self.children, self.elements = list(others), others
        else:
            self.remove()

    @classmethod
    def line(cls, run: "list[Element | str]") -> "Element":
        """Return a paragraph of strings and inline elements that stand on end, which stay where they are."""
        line = cls("p")
        line.children, line.elements = run, [child for child in run if not isinstance(child, str)]
        line.length = line.run_length = sum(
            len(child.strip()) if isinstance(child, str) else child.run_length for child in run
        )
        line.link_length = line.run_link_length = sum(child.run_link_length for child in line.elements)
        return line

    def part(self, line: "Element", start: int) -> None:
        """Put `line`, which is made of the children of this element from `start` on, in their place."""
        self.children = [*self.children[:start], line, *self.children[start + len(line.children) :]]
        self.elements = [child for child in self.children if not isinstance(child, str)]
        self.run_length -= line.run_length
        self.run_link_length -= line.run_link_length
        line.parent = self
        for child in line.elements:
            child.parent = line

    def get(self, name: str) -> str:
        """Return the attribute's value, "" where it is missing or empty."""
        return (self.attributes.get(name) or "").strip()

    def below(self) -> "Iterator[Element]":
        """Yield every element below, in the page's order."""
        waiting = self.elements[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            if element.elements:
                waiting.extend(element.elements[::-1])

    def text(self) -> str:
        """Return the text below, as one line."""
        return self._text(with_blocks=True)

    def run_text(self) -> str:
        """Return the text of this element's own lines, as one line."""
        return self._text(with_blocks=False)

    def _text(self, with_blocks: bool) -> str:
        pieces: list[str] = []
        waiting: list[Element | str] = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                pieces.append(child)
                continue
            if not child.is_inline:
                pieces.append(" ")
            if child.is_inline or with_blocks:
                waiting.extend(child.children[::-1])
        return " ".join("".join(pieces).split())
