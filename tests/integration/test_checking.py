"""Which feeds of a starter pack answer, over real HTTP."""

from dataclasses import replace

from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from octavo.sources import packs
from tests.farm.sites import HTML, Sites, rss


def test_each_feed_of_a_pack_is_said_to_answer_or_why_not(session_house: Settings) -> None:
    from octavo.pipeline.checking import check

    pages = {"post": {"/news": rss("The Post", "fog ferry"), "/old": (HTML, "<p>We have moved.</p>")}}
    with Sites(pages) as sites:
        pack = packs.pick("kenya/standard-kenya")
        feeds = {
            "news": sites.url("post", "/news"),
            "local": sites.url("post", "/old"),
            "sport": sites.url("post", "/no"),
        }
        pack = replace(pack, publishers=(replace(pack.publishers[0], feeds=feeds),))
        found = {one.reference.rpartition("/")[2]: one for one in check(pack, utc_now())}
    assert found["news"].reference == "kenya/standard-kenya/news"
    assert (found["news"].entries_count, found["news"].problem) == (2, "")
    assert found["news"].newest is not None
    assert "feed" in found["local"].problem
    assert "404" in found["sport"].problem
