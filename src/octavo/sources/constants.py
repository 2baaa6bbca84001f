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

CHANGE_SHARE = 0.3
"""Weight of the newest gap between changes: after six of them an old habit counts for a tenth."""

PUSHED_POLL_SECONDS = 6 * HOUR_SECONDS
"""For a feed whose hub tells what is new: hubs lose messages, so polling goes on, slowly."""

SPREAD_SECONDS = 10 * MINUTE_SECONDS
"""Over which feeds that wait for the same hour are spread."""

MOVE_POLLS_COUNT = 3
MOVE_SECONDS = 2 * DAY_SECONDS
"""A permanent redirect is believed after so many good polls over so long: a mistaken one is mended sooner."""

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

TAGS_LIMIT = 30_000
TAG_LIMIT_CHARACTERS = 10_000
"""Of those that discovery looks at: the richest of 243 real pages holds 2,000, the longest tag 4,000 characters."""

COMMON_PATHS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/index.rss", "/atom.xml", "/index.xml", "/feed.json")
"""Of 8,922 addresses in a public list (Kite feeds) /feed names 2,278, /rss 524, /rss.xml 185, /feed.xml 32,
/index.rss 20; the rest are rarer, but what small publishing systems write."""

SITEMAP_PATHS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml", "/sitemap_index.xml")

INDEX_CHILDREN_COUNT = 3
"""Sitemaps of an index that are looked into: publishers name the one with the news, or it changed last."""
INDEX_DEPTH_COUNT = 3
"""Lists in lists that are followed; an index should list sitemaps alone, but those of publishers' archives nest."""
DIRECTORY_CANDIDATES_COUNT = 12
NAMED_CANDIDATES_COUNT = 12
LEADS_COUNT = 4
"""Addresses asked in one step of a discovery: heads name up to 10 feeds, newspapers' lists of feeds up to 40."""

FULL_TEXT_CHARACTERS = 800
"""Of HTML: leads and teasers are shorter, articles longer."""

FRESHNESS_SCORES = ((14.0, 0.2), (90.0, 0.1), (365.0, -0.1))
"""Age of the newest entry in days up to which a score is given. Judgements, like all scores here: a feed that the
page's head names leads unless it fell silent while another one goes on, and comments never lead."""
STALE_SCORE = -0.45
UNDATED_SCORE = 0.0
EMPTY_SCORE = -0.5
FULL_TEXT_SCORE = 0.1
OF_PAGE_SCORE = 0.15
ASIDE_SCORE = -0.5
SITEMAP_SCORE = -0.1
OTHER_LANGUAGE_SCORE = -0.1
"""Pages name the feeds of all their site's languages, in one order; a feed that states none may be the page's own."""
CLEAR_MARGIN_SCORE = 0.3
SAME_SHARE = 0.8

FEED_URL_CHARACTERS = ICON_URL_CHARACTERS = 1_000
HOME_URL_CHARACTERS = 500
"""What is kept of these addresses: a longer one is none."""
NAME_LIMIT_CHARACTERS = 200
LANGUAGES_COUNT = 8
"""A publisher that offers itself in more is a platform, whose languages say nothing."""

DIRECTORY_SHARE = 0.9
"""Of its score passes from a page that lists feeds to what it lists."""
ALIVE_DAYS = 90.0
"""A feed silent for longer makes Octavo look for another."""
REFRESH_SECONDS = 5
"""A page that reloads later than this does so for its news; sooner, it only leads on."""
