"""What shapes extraction, in one place, with the evidence beside it.

Figures named here were measured with `octavo eval extract` on news pages of many countries and on the pages that
Mozilla's Readability is tested with; each is rounded to where the figures hardly change around it.
"""

MAX_DEPTH = 120
"""Elements nested deeper hang from the ancestor at this depth: real pages stay under 60, hostile ones reach 100,000."""

PARAGRAPH_CHARACTERS = 25
"""Shorter runs of text do not vote for their container: labels, buttons and dates are shorter."""

KEEP_SHARE = 0.4
"""An element with at least this share of the page's paragraphs is no furniture, whatever its class says."""

CLIMB_GAIN = 1.12
"""The body grows to its parent where that adds an eighth of text or more: bodies cut into sections."""

CLIMB_LINK_SHARE = 0.3
"""... unless more than this share of what is added stands in links: teasers of other articles."""

LIST_LINK_SHARE = 0.5
"""A list, table or box inside the body with more of its text in links than this is furniture."""

DOUBT_CHARACTERS = 250
"""A shorter text is doubted and trafilatura asked: one page in twelve."""

DOUBT_SHARE = 0.45
"""So is one with less than this share of the page's paragraphs."""

STUB_CHARACTERS = 400
"""A page that says its text is not free and shows less than this is a stub."""

THIN_CHARACTERS = 1500
"""The free opening of a page that costs money is shorter; so is the prose of an index."""

PAGE_TEXT_CHARACTERS = 20_000
"""How much of a page's text is searched for what it says about itself."""

INDEX_LINK_SHARE = 0.6
"""A page with most of its text in links and no paragraphs is an index."""

SKIPPED_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "applet",
        "head",
        "link",
        "meta",
        "nav",
        "menu",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "dialog",
        "map",
        "area",
        "frame",
        "frameset",
        "math",
        "audio",
        "video",
        "source",
        "track",
        "param",
    ]
)
"""Never part of an article's text."""

INLINE_TAGS = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "amp-img",
        "nobr",
    ]
)
"""These run on within a line; every other element begins a new one."""

FURNITURE_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "alertdialog",
        "search",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "tooltip",
        "alert",
        "form",
        "button",
    ]
)

FURNITURE_WORDS = frozenset(
    [
        "ad",
        "ads",
        "adbox",
        "adslot",
        "advert",
        "share",
        "sharing",
        "sharer",
        "social",
        "socials",
        "sns",
        "related",
        "recirc",
        "recirculation",
        "outbrain",
        "taboola",
        "trending",
        "popular",
        "mostread",
        "disqus",
        "respond",
        "reply",
        "newsletter",
        "newsletters",
        "signup",
        "registration",
        "login",
        "donate",
        "donation",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "popup",
        "modal",
        "overlay",
        "tooltip",
        "toast",
        "nav",
        "navi",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "pager",
        "footer",
        "sidebar",
        "rail",
        "masthead",
        "topbar",
        "toolbar",
        "tools",
        "byline",
        "bylines",
        "bio",
        "timestamp",
        "copyright",
        "disclaimer",
        "tags",
        "taglist",
        "keywords",
        "topics",
        "caption",
        "captions",
        "credit",
        "credits",
        "gallery",
        "slideshow",
        "carousel",
        "slider",
        "player",
        "widget",
        "teaser",
        "teasers",
        "hidden",
        "poll",
        "survey",
        "rating",
        "ratings",
        "feedback",
        "skip",
        "printonly",
        "noprint",
        "paywall",
        "playlist",
        "ticker",
        "ranking",
        "dropdown",
        "accessibility",
    ]
)
"""Words of a class or id, split at hyphens, underscores and inner capitals, that name what is not the article."""

FURNITURE_STARTS = (
    "advert",
    "sponsor",
    "promo",
    "recommend",
    "comment",
    "subscri",
    "breadcrumb",
    "relatedpost",
    "relatedart",
    "relatednews",
    "socialshare",
    "sharebar",
    "sharebutton",
    "authorbio",
    "screenreader",
)
"""... and how such words begin."""

CONTENT_WORDS = frozenset(
    ["article", "articlebody", "body", "content", "entry", "main", "post", "story", "text", "storybody", "bodytext"]
)
"""Words of a class or id that name the article: its votes count a quarter more."""

CONTENT_BONUS = 1.25

HEADLINE_WINDOW_LINES = 8
"""On a saved aggregator page a headline stands twice within so many lines, with publisher and time between."""

PROSE_CHARACTERS = 110
SENTENCE_CHARACTERS = 45
"""A line of a saved page is prose from the first length on, from the second where it ends as a sentence does."""

TIME_LINE_CHARACTERS = 90
"""A line that tells publisher and time is no longer than this."""

SHARED_WORDS_COUNT = 3
"""Prose after an interruption goes on with the article if it shares so many long words with it."""

PAGE_SECONDS = 20.0
"""How long one page of many may take; the slowest real page of 243 took 0.2 s."""

PAGE_BYTES = 1_500_000_000
"""How much memory the reading of one page may take."""

WAITING_COUNT = 64
"""How many answers may wait for an earlier, slower one."""
