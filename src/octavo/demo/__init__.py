"""An invented local web of publishers, served without any network."""

from octavo.demo.web import Publisher, Web

__all__ = ["Publisher", "Web"]
