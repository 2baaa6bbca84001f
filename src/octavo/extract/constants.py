"""What shapes extraction, in one place, with the evidence beside it.

Figures named here were measured with `octavo eval extract` on news pages of many countries and on the pages that
Mozilla's Readability is tested with; each is rounded to where the figures hardly change around it.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MAX_DEPTH = 120
"""Elements nested deeper hang from the ancestor at this depth: real pages stay under 60, hostile ones reach 100,000."""

MAX_ELEMENTS = 100_000
"""More of a page are not looked at: the largest of 243 real ones holds 9,400."""

MAX_METAS = 2_000
MAX_SCRIPT_CHARACTERS = 3_000_000
"""More meta elements, and longer JSON-LD, are not read: real pages stay under 200 and 900,000."""

PARAGRAPH_CHARACTERS = 25
"""Shorter runs of text do not vote for their container: labels, buttons and dates are shorter."""

KEEP_SHARE = 0.5
"""An element with at least this share of the page's paragraphs is no furniture, whatever its class says."""

KEEP_LONG_SHARE = 0.8
"""Dialogs about cookies and readers' comments are long: they are kept only from this share on, and comments only
where they hold the page's h1: a thread may be many times as long as its article."""

CLIMB_GAIN = 1.2
"""The body grows to its parent where that adds a fifth of text or more: bodies cut into sections."""

CLIMB_OUT_GAIN = 2.0
"""Out of an article element only where that much more text stands outside."""

CLIMB_LINK_SHARE = 0.2
"""... unless more than this share of what is added stands in links: teasers of other articles."""

LIST_LINK_SHARE = 0.5
"""A table or box inside the body with more of its text in links than this is furniture."""

ITEMS_LINK_SHARE = 0.7
"""So is a list from here on: an article lists linked things with words around them."""

PROMOTION_LINK_SHARE = 0.8
PROMOTION_CHARACTERS = 200
"""So is a short paragraph that is nearly all link, or half of it and no sentence: "read also"."""

PICTURE_CHARACTERS = 500
CAPTION_CHARACTERS = 160
"""What stands with a picture in a box that is named for it is its caption, if no longer than the first; so it is in a
box of any name, if no longer than the second and no sentence."""

OPENING_LINES = 12
UNTITLED_LINES = 4
LABEL_CHARACTERS = 100
LABEL_SENTENCE_CHARACTERS = 32
"""Before the first sentence stand headline, byline, date, reading time: at most so many lines, each shorter than the
first length, and than the second where it ends as a sentence does. So it is after the last sentence. From 24 to 40 the
second hardly changes F1, and closing sentences of 35 are common. Where the headline stands elsewhere, only so many
lines are looked at for date and byline. Here as below, wide characters count twice."""

BLANK_CHARACTERS = 10
"""What is no longer may be white space alone, which counts."""

FOOTNOTE_CHARACTERS = 3
"""The number of a footnote is no longer."""

WALL_CHARACTERS = 400
"""So much of a text's end may be the wall that its continuation stands behind."""

LEAD_CHARACTERS = 40
LEAD_LIKENESS = 0.8
"""A paragraph above the body is the article's lead if so much of its words stands in the page's description."""

STANDFIRST_LEVELS = 5
"""So far up from the body the headline is looked for, below which a lead stands: 4 lose two leads of 243 pages, from 8
on a teaser is taken for one."""

LEAD_WORDS = _words(
    "excerpt lead lede dek deck subtitle subheadline subhead subheading strapline summary intro introduction abstract "
    "vorspann unterzeile chapeau chapo entradilla bajada sottotitolo occhiello ingress manchet sapo"
)
"""A block between headline and body that is named so is a lead, whether or not it ends as a sentence does."""

DOUBT_CHARACTERS = 250
DOUBT_SHARE = 0.45
DOUBT_GAIN = 2
"""A shorter text is doubted and trafilatura asked, and so is a thin one with less than this share of the page's
paragraphs, if the page holds so many times as much: 2 pages of 243. Asked of longer texts, it never knew better."""

SECOND_OPINION_TAGS = 50_000
"""Of a page with more, trafilatura is not asked: it takes half a minute for 300,000, and the largest of 243 real pages
holds 19,000."""

STUB_CHARACTERS = 400
"""A page that says its text is not free and shows less than this is a stub."""

GALLERY_CAPTIONS_COUNT = 5
"""A page without text of its own but with so many captions is a gallery."""

THIN_CHARACTERS = 1500
"""The free opening of a page that costs money is shorter; so is the prose of an index."""

MOSTLY_SHARE = 0.6
"""A feed's text of which less would be left without its boxes of links is a digest, whose links are the news."""

ENTRY_GAIN = 2.0
"""A feed's text is taken instead of a page's that is no page of any kind or thin, if it is so many times as long."""

ERROR_CHARACTERS = 800
"""A page that calls itself an error shows less: an apology, and some headlines to go on with."""

CONSENT_CHARACTERS = 90
CONSENT_OPENING_CHARACTERS = 600
"""A text that speaks of consent, cookies or partners once in so many of its first characters is about them."""

OPENING_CHARACTERS = 250
ENDING_CHARACTERS = 40
"""In so much of a page's beginning an error is owned up to; in so much of a text's end, or of what the page shows below
its last words, its continuation is sold."""

LIVE_TIMES_COUNT = 6
"""A page that begins with "Live" and tells so many times is a ticker."""

PAGE_TEXT_CHARACTERS = 20_000
"""How much of a page's text is searched for what it says about itself."""

LANGUAGE_CHARACTERS = 150
"""How much of an article is needed to tell its language: more changed no answer on 243 pages."""

INDEX_LINK_SHARE = 0.6
INDEX_LONG_LINK_SHARE = 0.85
"""A page with so much of its text in links is an index, from the second on even where there is much text."""

PROSE_SHARE = 0.7
"""... but an article whose house has long menus where it is dated and so much of its text is prose."""

TEASERS_COUNT = 2
TEASERS_LINK_SHARE = 0.1
TEASERS_READ_COUNT = 300
TEASER_HEADLINE_CHARACTERS = 15
HEADLINE_LINK_SHARE = 0.8
TEASER_CHARACTERS = 700
TEASER_SHARE = 0.5
"""Headings of so many characters, so much of them linked, are headlines of other articles, the box around one no longer
than TEASER_CHARACTERS. A page that does not call itself an article and has so much of its text in the boxes of two or
more is an index; of 243 labelled articles none is. Nor is one looked for where less of the page is linked than
TEASERS_LINK_SHARE."""

SKIPPED_TAGS = _words(
    "script style noscript template svg canvas iframe object embed applet head link meta nav menu button select option "
    "input textarea dialog map area frame frameset math audio video source track param"
)
"""Never part of an article's text."""

INLINE_TAGS = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span "
    "strike strong sub sup time tt u var wbr img picture amp-img nobr"
)
"""These run on within a line; every other element begins a new one."""

NAMELESS_TAGS = _words("b br i li s strong sub sup tbody thead tr u wbr")
"""Whose classes are not worth reading."""

SMALL_SHARE = 0.1
"""Furniture with less than this share of all the page's text is not even looked into."""

FURNITURE_TAGS = _words("footer aside form")

FIELD_BOX_CHARACTERS = 300
"""A box no longer than this around a field for the reader's address is the house's."""

FURNITURE_ROLES = _words(
    "navigation banner complementary contentinfo dialog alertdialog search menu menubar toolbar tablist tooltip alert "
    "form button"
)

FURNITURE_WORDS = _words(
    "ad ads adbox adslot advert share sharing sharer social socials sns related recirc recirculation outbrain taboola "
    "trending popular mostread disqus respond reply newsletter newsletters signup registration login donate donation "
    "cookie cookies consent gdpr onetrust didomi usercentrics privacy popup modal overlay tooltip toast nav navbar "
    "navigation menu breadcrumb breadcrumbs pagination pager footer masthead topbar toolbar tools byline bylines bio "
    "biography timestamp copyright disclaimer tags taglist keywords topics credit credits gallery slideshow carousel "
    "slider player teasers poll survey rating ratings feedback skip printonly noprint playlist ticker calendar "
    "ranking dropdown accessibility visuallyhidden offscreen cta standfirst infobox factbox expandable accordion"
)
"""Words of a class or id, split at hyphens, underscores and inner capitals, that name what is not the article. A
standfirst is the page's description again: Mozilla's labels leave it out on three pages of four; other leads stay."""

FRIEND_WORDS, LINK_WORDS = _words("friend friends friendly"), _words("link links")
"""So do one of the first and one of the second together: what Chinese houses call the sites that they point to."""

SOUND_WORDS, READER_WORDS = _words("sr only"), _words("screen reader")
"""So do both of the first or both of the second together: what only those hear who have a page read to them."""

AUTHOR_WORDS = _words("author authors autor autorin autoren auteur auteurs autore autores")
ABOUT_WORDS = _words("about box card desc description profile")
"""So do also one of the first and one of the second together: "about-author", "author-box"."""

NAME_CHARACTERS = 500
"""So much of a class or an id is read."""

BUILT_NAMES = frozenset([
    "data-area", "data-component", "data-component-name", "data-component-type", "data-module", "data-module-id",
    "data-testid", "data-type",
])  # fmt: skip
"""Where pages whose classes are made by machines say what an element is: a third of the measured pages have one."""

IDENTITY_WORDS_COUNT = 3
"""A longer id is a heading's anchor, "sharing-with-several-developers", and names no furniture; so with BUILT_NAMES."""

FURNITURE_STARTS = (
    "advert", "sponsor", "promo", "recommend", "comment", "subscri", "breadcrumb", "relatedpost", "relatedart",
    "relatednews", "friendlink", "socialshare", "sharebar", "sharebutton", "authorbio", "screenreader", "newsletter",
)  # fmt: skip
"""... and how such words begin."""

ARTICLE_KINDS = _words("commentary commentaries")
"""... but these are kinds of article."""

GALLERY_WORDS = _words("gallery slideshow carousel slider")
"""Rows of pictures go however much is said below them, if THIN_CHARACTERS of paragraphs stand beside."""

COMMENTS_WORDS = _words("comments commentlist disqus")
NEVER_ARTICLE_WORDS = _words("onetrust didomi usercentrics consent gdpr cookie cookies cmp") | COMMENTS_WORDS

_LAYOUT_WORDS = _words("grid layout article content body has with no main")
LAYOUT_WORDS = {
    "sidebar": _LAYOUT_WORDS,
    "rail": _LAYOUT_WORDS,
    "paywall": _LAYOUT_WORDS,
    "teaser": _words("text content lead"),
    "widget": _words("container content editor heading title"),
    "hidden": _words("overflow label"),
}
"""Words that name furniture unless one of the others stands beside them: "sidebar-grid", "paywall-article", the parts
of a page that a builder of pages calls widgets, "overflow-hidden", a field whose label is hidden, and the free
beginning of a text or its lead, "teaser-content"."""

PARAGRAPH_WORDS = _words("teaser paywall")
"""Words that make a box furniture and a single paragraph not: the lead, or text that is hidden until somebody pays."""

PICTURE_STARTS = (
    "caption", "img", "image", "media", "picture", "photo", "foto", "bild", "figure", "thumb", "lightbox", "video",
)  # fmt: skip
PICTURE_ENDS = ("image", "picture", "photo", "foto", "bild")
"""How the words of a picture's box begin, and how they end: "contentimage"."""
CAPTION_WORDS = _words("desc description headline legend")
"""Words that name a caption beside one of those."""
TEXT_WORDS = _words("text body")
"""... but "media" beside one of these is the box of a text with a picture."""

CONTENT_WORDS = _words("article articlebody body content entry main post story text storybody bodytext")
"""Words of a class or id that name the article: its votes count a quarter more."""

CONTENT_BONUS = 1.25

TITLE_CHARACTERS = 1_000
"""So much of a title is read: one made to be long would be compared with itself for hours."""

HEADLINE_CHARACTERS = 25
"""A shorter h1 may name a section or the site."""

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
PAGE_PROCESSOR_SECONDS = 5.0
"""How long one page of many may take by the clock, and of a processor; the slowest real page of 243 took 0.1 s."""

APART_TAGS = 25_000
APART_BYTES = 2_000_000
"""A page with more is read in a process of its own, which can be ended; the largest of 243 real pages holds 19,000 tags
and 1.7 MB. Of fifty kinds of pages made to be slow, none that is smaller takes two seconds."""

PAGE_BYTES = 120_000_000
WORKER_BYTES = 50_000_000
"""How much memory the reading of pages may take beside the 120 MB that a worker is made of, and how much of it a worker
may still hold when it is given the next. The largest real page took 30 MB."""

STARTING_SECONDS = 60.0
"""How long a worker may take to load what it needs: a second and a half on an idle machine."""

ORPHAN_SECONDS = 5.0
"""How often an idle worker looks whether it is still needed."""

WAITING_COUNT = 256
"""How many answers may wait for an earlier, slower one."""

NOT_AGENCIES = _words(
    "photo photos video end source file updated correction opinion advertisement sponsored archive laughs laughter "
    "applause ends more live breaking continued "
    "red rot grün links rechts mitte foto fotos archiv ende fortsetzung korrektur von auch alle plus "
    "fin suite archives photographie vidéo fotografía archivo continúa archivio segue arquivo "
    "конец фото видео архив продолжение τέλος φωτο "
    "끝 계속 종합 속보 단독 완 웃음 박수 完 终 終 续 続く 笑 拍手 انتهى يتبع صورة صور فيديو أرشيف"
)
"""What else stands in brackets where a credit would."""

ROLES = (
    "기자", "특파원", "사진", "그래픽", "영상", "제공", "출처", "자료", "일러스트", "记者", "記者", "编辑", "編集",
    "责任", "責任", "实习生", "通讯员", "来源", "编译", "翻译", "作者", "图", "写真", "文责",
)  # fmt: skip
"""What tells that a bracket names a person or a picture: reporter, photograph, graphic, source, editor, translator."""

POINT_SHARE = 0.8
"""So much of a key point's words stands in two paragraphs of the text that only repeats them."""
POINT_WORDS_COUNT = 4
"""A point of fewer words is a name, and a list of names is the text's own."""
POINTS_COUNT = 2
POINTS_SHARE = 0.5
"""Of the rest of the text: a longer list is what the page is about."""
