"""What bounds and shapes the reading of feeds, with the reasons."""

from datetime import UTC, datetime

BODY_LIMIT_BYTES = 10 * 2**20
"""As the HTTP door's own limit; the largest healthy feeds seen are podcasts of about 6 MB."""

FORGIVING_MARKS_LIMIT = 100_000
"""Tags and entities that feedparser is given: it reads about 50,000 a second, and a hostile body holds millions."""

APART_LIMIT = 200
"""Entries of a feed that trips the patient reader, each then read on its own, about a millisecond each."""

DEPTH_LIMIT = 200
"""Open elements within an entry: tables in tables reach thirty, tag soup that closes nothing a hundred."""

BOUNDED_FROM_BYTES = 2**20
"""From here on a feed's entries are counted before it is read; nearly all feeds are smaller."""

QUICK_TAGS_LIMIT = 100_000
"""The fast reader takes 0.24 KB for an element, so 24 MB at most; feeds of 6 MB with whole texts hold about half."""

QUICK_UNMEASURED_BYTES = 200_000
QUICK_ATTRIBUTES_LIMIT = 20_000
QUICK_TAG_BYTES = 8_192
"""The fast reader compares each attribute of a tag with all before it: 20,000 take 0.4 s, 80,000 take 6 s. Where a feed
could hold more, its tags are measured first; a tag of 8 KB has at most 1,400, which take a millisecond. Of 200 KB none
holds more than take 0.9 s, half of what the patient reader may take, and most feeds are no longer."""

BREAKS_OFF = "breaks off, what was whole was read"
"""What is said of a feed whose rest is still to come."""
NOT_WELL_FORMED = "not well-formed, read as far as it could be"

ENTRIES_LIMIT = 5_000
"""A news sitemap may list 1,000 addresses; a full sitemap up to 50,000, of which the first are kept."""

TEXT_LIMIT_CHARACTERS = 1_000_000
TITLE_LIMIT_CHARACTERS = 1_000
KEY_LIMIT_CHARACTERS = 300
TAGS_LIMIT = 50
TAG_LIMIT_CHARACTERS = 200
AUTHORS_LIMIT = 20
MEDIA_LIMIT = 20
TYPE_LIMIT_CHARACTERS = 100
"""What no honest publisher exceeds; longer values are cut, longer keys hashed."""

MEDIA_BYTES = range(1_000, 2**40)
MEDIA_SECONDS = range(1, 2 * 86_400)
"""What a media file may be: lengths of 0 and 1 byte are how software writes "unknown", others are milliseconds."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web: 1970-01-01, 1980-01-01 and 0001-01-01 are how software writes "unknown"."""

LATEST = datetime(2090, 1, 1, tzinfo=UTC)
"""Used where the caller gives no present."""

AHEAD_LIMIT_SECONDS = 2 * 86_400
"""Zones written wrongly put honest dates up to a day ahead."""

PARTS_LIMIT = 200
"""Of one e-mail: letters have two texts and up to some dozens of pictures."""
RECIPIENTS_LIMIT = 20
"""Whose addresses are taken out of a letter: a newsletter names one or two."""
ADDRESS_CHARACTERS = 320
"""Of an e-mail address (RFC 5321, 4.5.3.1); a longer one is none."""
HEADER_CHARACTERS = 10_000
"""Of a subject or a name that is read: encoded words cost by the square of their number."""
LETTER_TAGS_LIMIT = 50_000
"""Letters hold some thousand tags; of one with more the plain text is taken, or its beginning where it has none: as
many links in one line take four seconds."""
CONFIRMATION_CHARACTERS = 20_000
"""Of HTML: a letter that asks whether it was subscribed to says little else."""
LETTER_TAG_CHARACTERS = 10_000
