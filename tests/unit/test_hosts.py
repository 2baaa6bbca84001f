"""Where well-known hosts keep their feeds, told from addresses alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.sources import hosts

VIDEOS = "https://www.youtube.com/feeds/videos.xml"
CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("url", "feed"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}/videos", f"{VIDEOS}?channel_id={CHANNEL}"),
        ("https://www.youtube.com/user/elster", f"{VIDEOS}?user=elster"),
        ("https://m.youtube.com/playlist?list=PL1", f"{VIDEOS}?playlist_id=PL1"),
        ("https://www.youtube.com/watch?v=abc&list=PL1", f"{VIDEOS}?playlist_id=PL1"),
        ("https://youtu.be/abc?list=PL1", f"{VIDEOS}?playlist_id=PL1"),
        ("https://music.youtube.com/playlist?list=PL1", f"{VIDEOS}?playlist_id=PL1"),
        ("https://np.reddit.com/r/elster/", "https://www.reddit.com/r/elster/.rss"),
        ("https://www.reddit.com/user/ada/submitted/", "https://www.reddit.com/user/ada/.rss"),
        ("https://old.reddit.com/r/elster/", "https://www.reddit.com/r/elster/.rss"),
        ("https://www.reddit.com/r/elster/top", "https://www.reddit.com/r/elster/top/.rss"),
        (
            "https://www.reddit.com/r/elster/comments/1abc/a_ferry_sank/",
            "https://www.reddit.com/r/elster/comments/1abc/.rss",
        ),
        ("https://www.reddit.com/u/ada", "https://www.reddit.com/user/ada/.rss"),
        ("https://github.com/ada", "https://github.com/ada.atom"),
        ("https://github.com/ada/ferry", "https://github.com/ada/ferry/releases.atom"),
        ("https://github.com/ada/ferry.git", "https://github.com/ada/ferry/releases.atom"),
        ("https://github.com/ada/ferry/blob/main/src/a.py", "https://github.com/ada/ferry/releases.atom"),
        ("https://github.com/ada/ferry.js", "https://github.com/ada/ferry.js/releases.atom"),
        ("https://github.com/ada/feeds", "https://github.com/ada/feeds/releases.atom"),
        ("https://github.com/ada/ferry/releases/tag/v1", "https://github.com/ada/ferry/releases.atom"),
        ("https://github.com/ada/ferry/commits/main/", "https://github.com/ada/ferry/commits/main.atom"),
        ("https://codeberg.org/ada/ferry", "https://codeberg.org/ada/ferry/releases.rss"),
        ("https://gitlab.com/group/sub/ferry/-/releases", "https://gitlab.com/group/sub/ferry/-/tags?format=atom"),
        ("https://social.example/@ada", "https://social.example/@ada.rss"),
        ("https://social.example/@ada/", "https://social.example/@ada.rss"),
        ("https://social.example/@ada/1234", "https://social.example/@ada.rss"),
        ("https://social.example/@ada/with_replies", "https://social.example/@ada.rss"),
        ("https://social.example/deck/@ada", "https://social.example/@ada.rss"),
        ("https://social.example/@ada@far.example", "https://far.example/@ada.rss"),
        ("https://social.example/users/ada", "https://social.example/users/ada.rss"),
        ("https://social.example/tags/ferry", "https://social.example/tags/ferry.rss"),
        ("https://bsky.app/profile/ada.example", "https://bsky.app/profile/ada.example/rss"),
        ("https://bsky.app/profile/did:plc:ada7quill", "https://bsky.app/profile/did:plc:ada7quill/rss"),
        ("https://bsky.app/profile/did:plc:ada7quill/post/3k", "https://bsky.app/profile/did:plc:ada7quill/rss"),
        ("https://ada.bsky.social", "https://bsky.app/profile/ada.bsky.social/rss"),
        ("https://medium.com/@ada/story-1", "https://medium.com/feed/@ada"),
        ("https://medium.com/tag/ferries", "https://medium.com/feed/tag/ferries"),
        ("https://ada.medium.com/story-1", "https://ada.medium.com/feed"),
        ("https://ada.substack.com/p/a-ferry", "https://ada.substack.com/feed"),
        ("https://open.substack.com/pub/ada/p/a-ferry", "https://ada.substack.com/feed"),
        ("https://ada.tumblr.com/post/1", "https://ada.tumblr.com/rss"),
        ("https://www.tumblr.com/ada", "https://ada.tumblr.com/rss"),
        ("https://ada.tumblr.com/tagged/ferries", "https://ada.tumblr.com/tagged/ferries/rss"),
        ("https://ada.wordpress.com/category/ferries/", "https://ada.wordpress.com/category/ferries/feed/"),
        ("https://ada.blogspot.com/2026/01/a.html", "https://ada.blogspot.com/feeds/posts/default"),
        ("https://ada.tistory.com/12", "https://ada.tistory.com/rss"),
        ("https://blog.naver.com/ada/1234", "https://rss.blog.naver.com/ada.xml"),
        ("https://note.com/ada/n/n12", "https://note.com/ada/rss"),
        ("https://vimeo.com/ada", "https://vimeo.com/ada/videos/rss"),
        (
            "https://podcasts.apple.com/kr/podcast/the-ferry/id12?i=1",
            "https://itunes.apple.com/lookup?id=12&entity=podcast",
        ),
        ("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL"),
        ("https://pypi.org/project/ferry/", "https://pypi.org/rss/project/ferry/releases.xml"),
        ("https://www.reddit.com/r/rss/", "https://www.reddit.com/r/rss/.rss"),
        ("https://www.reddit.com/user/xml", "https://www.reddit.com/user/xml/.rss"),
        ("https://stackoverflow.com/questions/tagged/json", "https://stackoverflow.com/feeds/tag/json"),
        ("https://dev.to/t/rss", "https://dev.to/feed/tag/rss"),
        ("https://pypi.org/project/feed/", "https://pypi.org/rss/project/feed/releases.xml"),
        ("https://social.example/tags/rss", "https://social.example/tags/rss.rss"),
    ],
)
def test_the_address_alone_tells_the_feed(url: str, feed: str) -> None:
    assert hosts.feeds_at(url)[0] == feed


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/",
        "https://post.example/section/news",
        "https://www.youtube.com/@elster",
        "https://www.youtube.com/watch?v=abc&list=RDabc",
        "https://vimeo.com/12345",
        "https://github.com/",
        "https://social.example/@ada/a-post",
        "https://youtube.com.evil.example/channel/UCabcdefghijklmnopqrstuv",
        "https://a.b.substack.com/",
        "https://ada.wordpress.com/comments/feed/",
        "https://ada.blogspot.com/feeds/posts/default?alt=rss",
        "https://medium.com/feed/@ada",
        "https://www.reddit.com/r/rss/.rss",
        "https://www.reddit.com/r/elster.rss",
        "https://social.example/tags/ferry.rss",
    ],
)
def test_other_addresses_tell_nothing(url: str) -> None:
    assert hosts.feeds_at(url) == []


def test_a_profile_s_host_may_tell_where_it_is_kept() -> None:
    directory = "https://own.example/.well-known/webfinger?resource=acct:ada@own.example"
    assert hosts.directory_at("https://own.example/@ada") == directory
    for url in ("https://own.example/", "https://www.youtube.com/@elster", "https://medium.com/@ada"):
        assert hosts.directory_at(url) == ""


@pytest.mark.parametrize(
    ("url", "text", "feed"),
    [
        (
            "https://www.youtube.com/@elster",
            f'{{"channelId":"UCzzzzzzzzzzzzzzzzzzzzzz"}} {{"externalId":"{CHANNEL}"}}',
            f"{VIDEOS}?channel_id={CHANNEL}",
        ),
        ("https://www.youtube.com/c/elster", f'<a href="/channel/{CHANNEL}">', f"{VIDEOS}?channel_id={CHANNEL}"),
        (
            "https://soundcloud.com/ada",
            '<meta content="soundcloud://users:7"> soundcloud:users:7',
            "https://feeds.soundcloud.com/users/soundcloud:users:7/sounds.rss",
        ),
    ],
)
def test_some_pages_tell_what_their_address_does_not(url: str, text: str, feed: str) -> None:
    assert list(hosts.feeds_in(url, text)) == [feed]
    assert list(hosts.feeds_in("https://post.example/", text)) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("post.example", "https://post.example"),
        (" post.example/news?a=1 ", "https://post.example/news?a=1"),
        ("http://post.example/", "http://post.example/"),
        ("feed://post.example/rss", "https://post.example/rss"),
        ("feed:http://post.example/rss", "http://post.example/rss"),
        ("itpc://post.example/rss", "https://post.example/rss"),
        ("@ada@social.example", "https://social.example/@ada"),
        ("@ada.bsky.social", "https://bsky.app/profile/ada.bsky.social"),
        ("@post.example", "https://bsky.app/profile/post.example"),
        ("r/elster", "https://www.reddit.com/r/elster/"),
        ("/r/elster/", "https://www.reddit.com/r/elster/"),
        ("뉴스.example/소식", "https://xn--vg1b002a.example/%EC%86%8C%EC%8B%9D"),
    ],
)
def test_what_people_copy_becomes_an_address(text: str, url: str) -> None:
    assert hosts.address_of(text) == url


@pytest.mark.parametrize(
    "text",
    ["newsroom:8080/feed", "intranet-1:80/", "127.0.0.1:8000/x", "127.0.0.1/x", "[::1]:8080/x", "localhost:8000/x?a=1"],
)
def test_a_host_with_its_port_needs_no_scheme(text: str) -> None:
    assert hosts.address_of(text) == f"https://{text}"


@pytest.mark.parametrize(
    "text",
    [
        "https://ada:s3cret@news.example/feed",
        "ada:s3cret@news.example/feed",
        "ada:s3cret@newsroom:8080/feed",
        "feed:ada:s3cret@news.example/feed",
        "ftp://ada:s3cret@news.example/",
        "https://ada:s/3cret@news.example/feed",
        "https://s3cret@news.example/feed",
    ],
)
def test_an_address_with_a_password_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(BadInput, match="name or password") as refused:
        hosts.address_of(text)
    assert "3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "news",
        "two words.example",
        "ftp://post.example/",
        "javascript:alert(1)",
        "https://",
        "mailto:1/x",
        "mailto:ada@x.example",
        "javascript:1/x",
        "file:80/x",
        "file:///x",
        "host:123456/x",
        "https://a:b/x",
    ],
)
def test_what_is_no_address_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput, match="web address"):
        hosts.address_of(text)


def test_who_publishes_is_told_by_the_host_or_where_many_publish_by_the_path() -> None:
    assert hosts.site_of("https://www.post.example/news/") == hosts.site_of("http://post.example") == "post.example"
    assert hosts.site_of("https://post.example/en/", with_path=True) == "post.example/en"
    one, other = (hosts.site_of(f"https://www.youtube.com/channel/{name}") for name in "ab")
    assert one != other
    assert hosts.site_of("https://social.example/@ada") != hosts.site_of("https://social.example/@bob")


@given(st.text(max_size=60), st.sampled_from(["", "https://", "https://www.youtube.com/", "https://github.com/a/"]))
def test_any_text_is_an_address_or_bad_input(text: str, start: str) -> None:
    try:
        url = hosts.address_of(start + text)
    except BadInput:
        return
    assert all(feed.startswith(("http://", "https://")) for feed in hosts.feeds_at(url))
    assert hosts.site_of(url)
