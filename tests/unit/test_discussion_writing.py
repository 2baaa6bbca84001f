"""Comments' texts: what of Markdown is shown, and what does no harm."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from octavo.community.constants import MENTIONS_COUNT, TEXT_CHARACTERS
from octavo.community.writing import TAGS, links_count, mentioned, shown, tidied

REL = 'rel="nofollow ugc noopener"'
ROOT = "/en/person/"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# no heading", "<p># no heading</p>"),
        ("[tide](https://tide.example/)", f'<p><a href="https://tide.example/" {REL}>tide</a></p>'),
        (
            "see https://tide.example/a_b_(c).",
            f'<p>see <a href="https://tide.example/a_b_(c)" {REL}>https://tide.example/a_b_(c)</a>.</p>',
        ),
        ("(https://tide.example/)", f'<p>(<a href="https://tide.example/" {REL}>https://tide.example/</a>)</p>'),
        ("ask @ines, @nobody", f'<p>ask <a href="/en/person/ines" {REL}>@ines</a>, @nobody</p>'),
        ("`@ines` mail@ines.example", "<p><code>@ines</code> mail@ines.example</p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
    ],
)
def test_the_subset_is_shown(text: str, html: str) -> None:
    assert shown(text, ("ines",), ROOT).strip() == html


VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![p](https://x.example/p.png)",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](//evil.example)",
    "[a](/admin/logout/)",
    "[a](../../sign-out)",
    "<javascript:alert(1)>",
    '<https://x.example/"onmouseover=alert(1)>',
    '[a](https://x.example/ "onclick=alert(1)")',
    '[a](https://x.example/"onclick="alert(1))',
    'https://x.example/"onclick=alert(1)',
    "https://x.example/<script>alert(1)</script>",
    '```js" onclick=alert(1)\nx\n```',
    "``` <img/src/onerror=alert(1)>\nx\n```",
    "[x]: javascript:alert(1)\n\n[x]",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<a href=https://x.example onclick=alert(1)>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "@<script>alert(1)</script>",
    "@../../admin",
    "[![a](javascript:x)](javascript:y)",
    "[a](https://x.example/)<b onmouseover=alert(1)>",
]


def _assert_harmless(html: str) -> None:
    for one in LexborHTMLParser(html).css("body *"):
        assert one.tag in TAGS, html
        for name, value in one.attributes.items():
            assert (one.tag, name) in {("a", "href"), ("a", "rel"), ("ol", "start")}, html
            if name == "href":
                assert re.match(r"https?://|/en/person/[^/]+$", value or "", re.IGNORECASE), html
        if one.tag == "a":
            assert one.attributes["rel"] == "nofollow ugc noopener"


@pytest.mark.parametrize("text", VECTORS)
def test_no_vector_gets_through(text: str) -> None:
    _assert_harmless(shown(tidied(text), ("ines",), ROOT))


@given(st.lists(st.sampled_from([*VECTORS, *"<>[]()`*_~@!\\\"'&:/ \n#-=", "https://", "@ines", "a", "ش"]), max_size=30))
def test_no_mixture_of_vectors_gets_through(parts: list[str]) -> None:
    _assert_harmless(shown(tidied("".join(parts)), ("ines",), ROOT))


@pytest.mark.parametrize(
    "piece",
    ["*a_", "[", "> ", "`", "[a](", "- ", "@", "http://", "~~*", "<", "![a](b", "\\", "* * ", "1. ", "`a``", "&#"],
)
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * TEXT_CHARACTERS)[:TEXT_CHARACTERS]
    began = time.process_time()
    shown(tidied(text))
    assert time.process_time() - began < 0.5


def test_names_are_called_a_few_at_a_time_and_once() -> None:
    assert mentioned("@ines and @marol. @ines again, `@code`, mail@host.example") == ("ines", "marol")
    assert len(mentioned(" ".join(f"@p{number}" for number in range(50)))) == MENTIONS_COUNT


def test_links_are_counted() -> None:
    assert links_count("https://a.example [b](http://b.example) @ines [c](/c)") == 2


def test_what_defaces_pages_is_taken_out() -> None:
    assert tidied("a\u202eb\u2066c\x00d\ufeff") == "abcd"
    assert tidied("a\n\n \n\n\nb\r\nc") == "a\n\nb\nc"
    for heap in ("\u0301" * 500, "\u0301\u0316\u034f" * 200, "\u0301\u0301\u200d" * 20 + "\u0e34" * 100):
        assert len(re.sub("[\u034f\u200d]", "", tidied("Z" + heap))) < 10
    for kept in ("Tiếng Việt", "שָׁלוֹם", "नमस्ते", "می‌خواهم", "👩‍🚀"):
        assert tidied(kept) == kept
