"""An invented local web of publishers, served without any network."""

from octavo.demo.inside import answers, began, begin, web_at
from octavo.demo.web import Publisher, Web

__all__ = ["Publisher", "Web", "answers", "began", "begin", "web_at"]
