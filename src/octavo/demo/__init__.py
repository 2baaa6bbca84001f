"""An invented local web of publishers, served without any network."""

from octavo.demo.inside import answers, begin, began, web_at
from octavo.demo.web import Publisher, Web

__all__ = ["Publisher", "Web", "answers", "begin", "began", "web_at"]
