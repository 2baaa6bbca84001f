"""Lists of subscriptions, whole and broken."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.sources import opml
from octavo.sources.opml import Outline
from octavo.sources.opml_version import OpmlVersion

writable = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)
names = st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(
    lambda name: name not in {"text", "title", "type", "xmlurl", "htmlurl"} and not name.startswith("xml")
)


def outlines(children: st.SearchStrategy[tuple[Outline, ...]]) -> st.SearchStrategy[Outline]:
    return st.builds(
        Outline,
        text=writable,
        title=writable,
        type=writable,
        xml_url=writable,
        html_url=writable,
        other=st.dictionaries(names, writable.filter(bool), max_size=2),
        children=children,
    )


trees = st.recursive(
    outlines(st.just(())), lambda inner: outlines(st.lists(inner, max_size=3).map(tuple)), max_leaves=8
)


@given(st.lists(trees, max_size=4), st.sampled_from(OpmlVersion))
def test_what_is_written_is_read_back_whole(found: list[Outline], version: OpmlVersion) -> None:
    assert opml.read(opml.write(found, version=version)) == found


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0"])
def test_a_list_says_of_which_version_it_is(version: str) -> None:
    written = opml.write([Outline(text="Velmora Courier")], version=OpmlVersion(version))
    assert f'<opml version="{version}">' in written.decode()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        found = opml.read(body)
    except BadInput:
        return
    assert opml.read(opml.write(found)) == found


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert opml.read(opml.write([Outline(text="a\x00\x08b")]))[0].text == "ab"


def test_nested_folders_and_old_spellings() -> None:
    body = b"""<?xml version="1.0"?><opml version="1.0"><head><title>t</title></head><body>
<outline text="News"><outline title="Korea"><outline text="Post" type="rss" xmlURL="https://post.example/rss"
 htmlurl="https://post.example/"/></outline></outline></body></opml>"""
    ((folders, feed),) = opml.feeds(opml.read(body))
    assert folders == ("News", "Korea")
    assert (feed.name, feed.xml_url, feed.html_url) == ("Post", "https://post.example/rss", "https://post.example/")


@pytest.mark.parametrize(
    "body",
    [
        b'<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"/><outline text="C" xmlUrl="https://c.example/">',
        b'<opml><outline text="A" xmlUrl="https://a.example/"/><body><outline text="C" xmlUrl="https://c.example/"/></body></opml>',
        b'\xef\xbb\xbf  <opml><body><outline text="&nbsp;A" xmlUrl="https://a.example/"/>'
        b'<outline text="C" xmlUrl="https://c.example/"/></body></opml>',
    ],
)
def test_broken_lists_give_their_feeds(body: bytes) -> None:
    assert [feed.xml_url for _, feed in opml.feeds(opml.read(body))][-1] == "https://c.example/"
    assert len(list(opml.feeds(opml.read(body)))) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "euc-kr", "cp949"])
@pytest.mark.parametrize("declared", ["", "utf-8", "euc-kr", "UTF-16", "no-such-encoding"])
def test_a_list_is_read_whatever_encoding_it_claims(encoding: str, declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = f'{declaration}<opml><body><outline text="엘스터신문 속보" xmlUrl="https://a.example/"/></body></opml>'
    assert opml.read(text.encode(encoding))[0].text == "엘스터신문 속보"


def test_a_broken_list_keeps_names_and_addresses_as_they_were_meant() -> None:
    body = b"""<opml><head><title>A & B</title></head><body>
<outline text="Ireland &amp; more"><outline text="5 < 6 &nbsp;&eacute;" xmlUrl='https://a.example/?x=1&y=2' type=rss>
<outline title="B" xmlurl="https://b.example/"/></outline>
<outline text="C" url="https://c.example/" type="rss"/><outline htmlUrl="https://d.example/"/>"""
    found = opml.read(body)
    assert [(folders, one.name, one.feed_url) for folders, one in opml.feeds(found)] == [
        (("Ireland & more",), "5 < 6 \xa0\xe9", "https://a.example/?x=1&y=2"),
        (("Ireland & more",), "B", "https://b.example/"),
        ((), "C", "https://c.example/"),
    ]
    assert found[-1] == Outline(html_url="https://d.example/")


def test_a_bare_ampersand_in_an_address_begins_no_reference() -> None:
    body = (
        b'<opml><body><outline text="Post & caf&eacute;" text="x" xmlUrl="https://post.example/?a=1&section=2&copy=3"/>'
    )
    (found,) = opml.read(body)
    assert found == Outline(text="Post & caf\xe9", xml_url="https://post.example/?a=1&section=2&copy=3")


def test_a_quote_that_nobody_closed_costs_no_other_feed() -> None:
    body = b"""<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline te News of B" xmlUrl="https://b.example/"/>
<outline text='Ben's C' xmlUrl='https://c.example/'/><outline text="4 > 3 < 5" xmlUrl="https://d.example/"/></body></opml>"""
    found = [(one.text, one.feed_url) for _, one in opml.feeds(opml.read(body))]
    assert [url for _, url in found] == [f"https://{name}.example/" for name in "abcd"]
    assert found[-1][0] == "4 > 3 < 5"


def test_a_list_that_breaks_off_gives_what_came_before() -> None:
    whole = opml.write([Outline(text=str(n), xml_url=f"https://{n}.example/") for n in range(50)])
    found = opml.read(whole[: len(whole) // 2])
    assert [one.text for one in found] == [str(n) for n in range(len(found))]
    assert len(found) > 20


@pytest.mark.parametrize("body", [b"", b"<html><body><p>x</p></body></html>", b"plain"])
def test_what_is_no_list_is_bad_input(body: bytes) -> None:
    with pytest.raises(BadInput):
        opml.read(body)


def test_deep_nesting_does_no_harm() -> None:
    assert len(opml.read(b"<opml><body>" + b'<outline text="x">' * 100_000)) == 1


def test_names_that_cannot_be_written_are_left_out() -> None:
    body = b'<opml><body><outline text="A" foo:bar="1" 1x="2" lang="de" xmlUrl="https://a.example/"></body>'
    (found,) = opml.read(body)
    assert found.other == {"lang": "de"}
    kept_before = Outline(text="A", other={"foo:bar": "1", "": "2", "lang": "de"})
    assert opml.read(opml.write([kept_before])) == [Outline(text="A", other={"lang": "de"})]


def test_characters_that_nothing_can_keep_are_not_read() -> None:
    body = b'<opml><body><outline text="Post\x00 \x08A" xmlUrl="https://a.example/\x00" lang="d\x00e"><p></body>'
    assert opml.read(body) == [Outline(text="Post A", xml_url="https://a.example/", other={"lang": "de"})]


@pytest.mark.parametrize("start", [b"<outline ", b"<outline '\"", b"<outline a ", b"a", b"a=", b" a"])
def test_four_times_as_much_takes_some_four_times_as_long(start: bytes) -> None:
    few, many = (_seconds(b"<opml><body><outline " + start * count + b"></body>") for count in (4_000, 16_000))
    assert many < max(8 * few, 0.05)


@pytest.mark.parametrize("end", [b"/>", b"/><b>"])
def test_an_outline_with_attributes_without_end_stalls_nothing(end: bytes) -> None:
    named = b'<opml><body><outline text="The Elster Post" xmlUrl="https://a.example/" '
    body = named + b" ".join(b'a%d="1"' % number for number in range(60_000)) + end + b"</body></opml>"
    assert _seconds(body) < 2
    (found,) = opml.read(body)
    assert (found.text, found.xml_url, len(found.other)) == ("The Elster Post", "https://a.example/", 998)
    assert opml.read(opml.write([found])) == [found]


def _seconds(body: bytes) -> float:
    began = process_time()
    opml.read(body)
    return process_time() - began
