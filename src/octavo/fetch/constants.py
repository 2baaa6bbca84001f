"""Limits of the one HTTP door. Each is a courtesy to publishers or a shield against what they may send."""

BODY_LIMIT_BYTES = 10 * 1024 * 1024
"""Before decompression and after; the largest honest feeds seen in public lists are under 6 MB."""

LARGE_BYTES = 1024 * 1024
LARGE_COUNT = 2
"""Bodies above a megabyte that a process holds at a time: many large answers at once would fill its memory."""

PIECE_BYTES = 64 * 1024
"""What decompression yields at a time, whatever the body claims."""
CODINGS_COUNT = 3
"""Layers of Content-Encoding; honest servers use one."""
ACCEPT_ENCODING = "gzip, deflate, br, zstd"
ZSTD_WINDOW_LOG = 23
"""8 MB, what RFC 9659 allows on the web."""

TOTAL_SECONDS = 30.0
"""For one answer with its redirects; waiting for a turn at the host does not count."""
CONNECT_SECONDS = 10.0
REDIRECTS_COUNT = 5
HEADER_LIMIT_BYTES = 32 * 1024
"""One header line: some publishers' Content-Security-Policy has 20 KB."""
DNS_SECONDS = 60
CONNECTIONS_COUNT = 64
"""Open at once, over all hosts."""
OPEN_FILES_COUNT = 8_192
"""What a process that fetches is allowed; systems give a program 1,024 where it does not ask for more, and a connection
stays open for 15 seconds after its answer."""
HOSTS_COUNT = 4_096
"""Remembered at a time: their turns, their robots.txt."""

HOUSE_POLL_SECONDS = 0.05
"""How often a place at a host that another process of the house holds is looked at again."""

REST_LONGEST_SECONDS = 3_600.0
"""A Retry-After is kept for all requests to a host up to this; the schedule of its feeds keeps longer ones."""

RESTS_COUNT = 65_536
"""Hosts whose rest the processes of a house can tell one another of at a time: a megabyte of a file."""

ROBOTS_SECONDS = 3_600.0
"""How long a robots.txt is believed; RFC 9309 allows up to a day."""
ROBOTS_AGAIN_SECONDS = 600.0
"""After how long one that could not be reached is asked for again."""
ROBOTS_LIMIT_BYTES = 500 * 1024
"""What RFC 9309 asks to read at least; rules beyond are ignored."""
ROBOTS_KEPT_BYTES = 2 * 1024 * 1024
"""Of all sites' files together; as rules they take some 16 times as much memory. Usual ones have 2 KB."""
CRAWL_DELAY_LONGEST_SECONDS = 10.0
"""Longer ones were written for search engines' thousands of pages; Octavo reads a publisher's new articles."""
RESERVATION_SECONDS = 86_400.0
"""How long a site's tdmrep.json is believed."""

RENDER_SECONDS = 20.0
RENDER_SETTLE_SECONDS = 8.0
"""How long a page may go on asking for things before it is taken as it is."""
RENDER_CLOSE_SECONDS = 5.0
RENDER_REQUESTS_COUNT = 80
RENDER_LIMIT_BYTES = 20 * 1024 * 1024
"""Scripts and data for one page; heavy single-page applications stay under 10 MB."""

USER_AGENT = "Octavo/0.1 (self-hosted news reader)"
ROBOTS_NAME = "Octavo"

NO_PAGES = ("audio/", "video/", "image/", "font/", "application/pdf", "application/zip", "application/epub")
"""Media types that are not read where a page is asked for: entries of podcasts often link to the sound itself."""

ACCEPT_FEED = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
ACCEPT_PAGE = "text/html, application/xhtml+xml, */*;q=0.5"

LETTERS_COUNT = 50
LETTERS_BYTES = 20 * 1024 * 1024
"""Taken from a mailbox at one time; the next poll goes on."""
MAILBOX_SECONDS = 180.0
"""How long taking them may last in all: as many over a line of a megabit a second."""
LETTERS_FIRST_DAYS = 14
"""A mailbox may hold years; what is older than the editions' window is no news."""

MAIL_CONNECTIONS_COUNT = 20
MAIL_SECONDS = 60.0
"""Connections that deliver letters at one time, and how long one may say nothing: senders are few and try again."""
MAIL_COMMANDS_COUNT = 100
"""Of one kind over one connection."""
MAIL_LINE_BYTES = 256 * 1024
"""RFC 5321 allows 1,000, but senders put a whole page on one line."""
