"""What shapes discovery and the polling schedule, with the reasons."""

MINUTE_SECONDS = 60
HOUR_SECONDS = 3600
DAY_SECONDS = 86_400

SHORTEST_POLL_SECONDS = 5 * MINUTE_SECONDS
"""Wire services add an entry every few minutes; asking more often than this earns blocks."""

LONGEST_POLL_SECONDS = DAY_SECONDS
"""So that a feed that wakes after months is noticed within a day."""

FIRST_POLL_SECONDS = 30 * MINUTE_SECONDS
"""For a feed whose rhythm is not known yet."""

POLLS_PER_ENTRY = 2.0
"""Polls in the usual gap between entries: on average an entry waits a quarter of that gap."""

RHYTHM_ENTRIES_COUNT = 30
"""Entries from which the rhythm is learned; more would remember last month's pace."""

QUIET_SHARE = 0.1
"""Of the time since the last entry: a feed that fell silent is polled ever more rarely."""

HINT_LONGEST_SECONDS = 6 * HOUR_SECONDS
"""ttl and max-age are often set once and forgotten; longer ones are taken as this."""

ERROR_FIRST_SECONDS = 10 * MINUTE_SECONDS
ERROR_FACTOR = 2.0
ERROR_LONGEST_SECONDS = 2 * DAY_SECONDS
"""Doubling from ten minutes reaches two days at the ninth failure in a row."""

RETRY_AFTER_LONGEST_SECONDS = 7 * DAY_SECONDS

JITTER_SHARE = 0.1
"""Each address is moved by its own share of up to a tenth, so that feeds added together do not stay together."""

CANDIDATES_LIMIT = 40
PAGE_LIMIT_CHARACTERS = 2_000_000
"""Link elements stand in the head; news home pages reach 1.5 MB."""

COMMON_PATHS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/index.rss", "/atom.xml", "/index.xml", "/feed.json")
"""Of 8,922 addresses in a public list (Kite feeds) /feed names 2,278, /rss 524, /rss.xml 185, /feed.xml 32,
/index.rss 20; the rest are rarer, but what small publishing systems write."""

SITEMAP_PATHS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml")
