"""Limits of the one HTTP door. Each is a courtesy to publishers or a shield against what they may send."""

BODY_LIMIT_BYTES = 10 * 1024 * 1024
"""After decompression; the largest honest feeds seen in public lists are under 6 MB."""

TOTAL_SECONDS = 30.0
CONNECT_SECONDS = 10.0
REDIRECTS_COUNT = 5
CONNECTIONS_COUNT = 64
"""Open at once, over all hosts."""

ROBOTS_SECONDS = 3600.0
"""How long a robots.txt is believed; RFC 9309 allows up to a day."""

USER_AGENT = "Octavo/0.1 (self-hosted news reader)"
ROBOTS_NAME = "Octavo"

ACCEPT_FEED = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
ACCEPT_PAGE = "text/html, application/xhtml+xml, */*;q=0.5"
