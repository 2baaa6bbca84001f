"""Nothing but the article is in its text, however the rest is mixed in."""

import pytest

from octavo.extract import extract

LINES = [
    "The council of Port Alder voted on Sunday to rebuild the sea wall in four places, after a debate of nine hours.",
    "Mayor Ilse Brandt said that the first stones would be laid in May, and that boats could stay in the harbour.",
    "Engineers expect the wall to cost 42 million crowns, a third of which the regional government has promised.",
    "Fishermen welcomed the vote, though some of them fear a summer of dust and noise along the inner harbour.",
    "The old wall was built in 1911 and has been mended after each of the great storms since, the last in January.",
]
URL = "https://courier.example/2031/wall"


def text_of(between: str, *, inside: str = "", around: str = "<article>{}</article>") -> list[str]:
    paragraphs = [f"<p>{line}</p>" for line in LINES]
    paragraphs[1] = f"<p>{LINES[1][:30]}{inside}{LINES[1][30:]}</p>"
    body = around.format("".join([*paragraphs[:3], between, *paragraphs[3:]]))
    html = f"<html><head><meta property='og:title' content='Port Alder rebuilds'></head><body>{body}</body></html>"
    return extract(html, URL).text.split("\n")


@pytest.mark.parametrize(
    "inside",
    [
        "<style>.x{color:red}</style>",
        "<script>window.x = {'a': 1}</script>",
        "<noscript><img src='/pixel.gif'>Turn scripts on</noscript>",
        "<template><p>Later</p></template>",
        "<span hidden>Not shown</span>",
        "<span style='display: none'>Not shown</span>",
        "<span style='visibility:hidden'>Not shown</span>",
        "<span aria-hidden='true'>Not shown</span>",
        "<span class='sr-only visually-hidden'>Opens in a new window</span>",
        "<svg><title>Icon</title><text>Icon</text></svg>",
        "<!-- A remark -->",
        "<button>Share</button>",
        "<iframe src='https://ads.example/'>Advertisement</iframe>",
        "<select><option>One</option></select><textarea>Two</textarea>",
        "<canvas>Chart</canvas><map><area alt='x'></map>",
        "<object><p>A plug-in is missing.</p></object>",
    ],
)
def test_what_hides_within_a_sentence_is_not_in_it(inside: str) -> None:
    assert text_of("", inside=inside) == LINES


BETWEEN = [
    "<style>p{margin:0}</style>",
    '<script type=\'application/json\'>{"a": "A long text about the sea, and more."}</script>',
    "<div class='share-bar'><a href='#'>Share</a> <a href='#'>Post</a> <span>12 comments</span></div>",
    "<div class='social-links'><p>Share this article with your friends on all the networks that you know.</p></div>",
    "<p><a href='/storms'>Read more: the storms of January</a></p>",
    "<p><strong>Read also: <a href='/storms'>The storms of January and what they took</a></strong></p>",
    "<p><em>Lesen Sie auch: <a href='/sturm'>Die Stürme des Januars und was sie nahmen</a></em></p>",
    "<p><a href='/a'>À lire aussi : les tempêtes de janvier</a></p>",
    "<p><a href='/a'>Lee también: las tormentas de enero</a></p>",
    "<div class='related-articles'><h3>Related</h3><ul><li><a href='/a'>Fleet leaves early</a></li></ul></div>",
    "<aside><h3>More on the harbour</h3><p>Fleet leaves early, and comes home late, says the harbour "
    "master.</p></aside>",
    "<div class='newsletter-signup'><p>Sign up for our newsletter, every morning at six, free of "
    "charge.</p><form><input></form></div>",
    "<div data-component='newsletter'><p>Sign up for our newsletter, every morning at six, free of charge.</p></div>",
    "<figure><img src='/wall.jpg' alt='The wall'><figcaption>Stones wait at the quay. Photo: Ada "
    "Lind</figcaption></figure>",
    "<div class='image-box'><img src='/wall.jpg'><p class='caption'>Stones wait at the quay.</p></div>",
    "<div class='x-2'><div><a href='/big'><img src='/wall.jpg'></a></div><p>Stones wait at the quay</p></div>",
    "<article class='x-2'><a href='/fleet'></a><h3>Fleet leaves early</h3><p>The fleet left on Sunday, two weeks ahead "
    "of the ice, and nobody in the harbour knows why.</p></article>",
    "<div class='wp-caption'><img src='/wall.jpg'><p>Stones wait at the quay.</p></div>",
    "<div class='comments-count'><a href='#comments'>37 comments</a></div>",
    "<p class='ad-label'>Advertisement</p>",
    "<div class='advertisement'><p>Advertisement: the best boots for the wettest of winters, now in Port "
    "Alder.</p></div>",
    "<div id='taboola-below'><p>You may also like these ten tricks for a dry cellar, says a plumber.</p></div>",
    "<nav><a href='/'>Home</a></nav>",
    "<div class='tags'><a href='/t/1'>Sea</a> <a href='/t/2'>Wall</a></div>",
    "<div class='author-bio'><p>Ada Lind has written about harbours for the Courier since 2019, and "
    "lives by one.</p></div>",
    "<section class='author-box'><p>Ada Lind has written about harbours for the Courier since 2019.</p></section>",
    "<div class='c-autor__description'><p>Ada Lind has written about harbours for the Courier since 2019.</p></div>",
    "<blockquote class='twitter-tweet'><p>The wall will stand! <a href='https://t.co/x'>pic.twitter.com/x</a></p>"
    "&mdash; Port Alder (@port) <a href='https://twitter.com/port/status/1'>March 2, 2031</a></blockquote>",
    "<blockquote class='instagram-media'><div><a href='https://ig.example/p/1'>See this post</a><p>A post of Port "
    "Alder's council about stones and about boats</p></div></blockquote>",
    "<div class='cookie-banner'><p>We use cookies. Accept all cookies to read on, or change your consent "
    "here.</p></div>",
    "<ul class='pagination'><li><a href='?p=2'>2</a></li></ul>",
    "<div class='poll'><p>Do you want the wall? Vote now!</p></div>",
    "<table class='x'><tr><td><a href='/a'>Fleet leaves early</a></td><td><a href='/b'>Ferry on "
    "Sundays</a></td></tr></table>",
]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("around", ["<article>{}</article>", "<div class='x-1'>{}</div>"])
def test_what_stands_between_paragraphs_is_not_among_them(between: str, around: str) -> None:
    assert text_of(between, around=around) == LINES


@pytest.mark.parametrize(
    ("kept", "line"),
    [
        ("<h2>What it costs</h2>", "What it costs"),
        ("<blockquote><p>“We begin in May,” said Brandt.</p></blockquote>", "“We begin in May,” said Brandt."),
        ("<ul><li>Stone: 20 million</li><li>Work: 22 million</li></ul>", "Stone: 20 million\nWork: 22 million"),
        ("<ol><li><a href='/a'>Stone</a> comes from the north</li></ol>", "Stone comes from the north"),
        (
            "<table><tr><th>Part</th><th>Cost</th></tr><tr><td>Stone</td><td>20</td></tr></table>",
            "Part\nCost\nStone\n20",
        ),
        ("<p>It ends <a href='/a'>where it began</a>.</p>", "It ends where it began."),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>H<sub>2</sub>O at 5&nbsp;°C &amp; falling</p>", "H2O at 5 °C & falling"),
        ("<pre>x = 1\ny = 2</pre>", "x = 1 y = 2"),
        ("<div><img src='/wall.jpg'><p>Stones wait at the quay.</p></div>", "Stones wait at the quay."),
        ("<div><div><img src='/wall.jpg'></div><h3>At the quay</h3><p>Stones</p></div>", "At the quay\nStones"),
        ("<div>Stones <img src='/smile.png'> wait at the quay</div>", "Stones wait at the quay"),
        ("<article><h3>Part two</h3><p>Stones wait at the quay.</p></article>", "Part two\nStones wait at the quay."),
    ],
)
def test_what_belongs_to_the_article_stays(kept: str, line: str) -> None:
    assert text_of(kept) == [*LINES[:3], *line.split("\n"), *LINES[3:]]


def test_the_thread_of_comments_below_stays_out() -> None:
    said = "".join(
        f"<li class='comment'><b>Max</b><p>I remember the wall of 1911, it was {i} feet high.</p></li>"
        for i in range(60)
    )
    below = f"<section id='comments'><h2>60 comments</h2><ol>{said}</ol></section>"
    html = f"<body><main><article>{''.join(f'<p>{line}</p>' for line in LINES)}</article>{below}</main></body>"
    assert extract(html, URL).text.split("\n") == LINES


def test_an_article_in_a_box_that_is_open_for_comments_is_one() -> None:
    own = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<body><div class='post comments-open'><h1>Port Alder rebuilds</h1>{own}</div></body>"
    assert extract(html, URL).text.split("\n") == LINES


def test_what_stands_after_the_article_element_is_not_its_text() -> None:
    notice = "<section><p>You are reading on another device. One account is for one reader at a time.</p></section>"
    around = f"<main><div><article>{{}}</article></div>{notice * 2}</main>"
    assert text_of("", around=around) == LINES


def test_sections_of_their_own_beside_a_short_article_element_are_its_text() -> None:
    rest = [f"{line} It was said on Sunday, in the hall by the harbour." for line in LINES]
    around = f"<main><article>{{}}</article>{''.join(f'<section><p>{line}</p></section>' for line in rest * 2)}</main>"
    assert text_of("", around=around) == [*LINES, *rest * 2]
