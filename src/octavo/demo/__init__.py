"""An invented local web of publishers, served without any network."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.demo.inside import answers, began, begin, web_at
    from octavo.demo.web import Publisher, Web

__all__ = ["Publisher", "Web", "answers", "began", "begin", "web_at"]

__getattr__ = offered(__name__, inside="answers began begin web_at", web="Publisher Web")
