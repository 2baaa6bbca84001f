"""From an address that a person gives to the feeds that it offers: the asking, step by step, through the one door."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from octavo.core.errors import GiveUp
from octavo.core.types import ParsedFeed, Refusal, Request, Response
from octavo.feeds import parse
from octavo.fetch import fetch_all, fetch_once
from octavo.sources import discovery, hosts, publishers, ranking
from octavo.sources.constants import (
    DIRECTORY_CANDIDATES_COUNT,
    DIRECTORY_SHARE,
    INDEX_DEPTH_COUNT,
    LEADS_COUNT,
    NAMED_CANDIDATES_COUNT,
)
from octavo.sources.discovery import Candidate
from octavo.sources.ranking import Offer

_OPML_BYTES = 2_000
"""In which the root of an OPML file begins."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one address offers."""

    address: str
    """Where the person meant; after redirects where a page was read."""
    page: Response | None
    offers: tuple[Offer, ...]
    """Best first, at least one."""
    is_feed: bool = False
    """Whether the address itself is the feed: nothing is to be chosen."""


def discover(text: str, now: datetime) -> Found:
    """Return the feeds behind what a person gave: a home page, section, article, feed, channel, profile, handle.

    Raises BadInput for what is no web address, GiveUp where it is not reached or offers no feed.
    """
    address = hosts.address_of(text)
    search = _Search(address, now)
    search.ask(discovery.at_address(address))
    search.follow_leads()
    search.look_up(address)
    if search.offers:
        return Found(address, None, search.best())
    asked, page = _reached(address, "://" in text)
    search.page_url = page.url
    if page.status < 400:
        found = parse(page.body, page.url, page.headers.get("content-type", ""), now=now)
        if isinstance(found, ParsedFeed):
            given = Candidate(page.permanent_url or asked, 1.0, "the address that was given")
            return Found(page.url, None, (ranking.offer(given, given.url, found, page.url, now),), is_feed=True)
        search.language = next(iter(publishers.of_page(page).languages), "")
        search.learn(page, found, 1.0)
        search.ask(discovery.named(page)[:NAMED_CANDIDATES_COUNT])
        search.follow_leads()
    if not search.is_enough():
        search.look_around(page)
    if not search.offers:
        raise _nothing(address, page)
    return Found(page.url, page, search.best())


def _reached(address: str, has_scheme: bool) -> tuple[str, Response]:
    """Return the address that was asked in the end, and its answer. Raises GiveUp."""
    page = fetch_once(Request(address))
    if isinstance(page, Refusal) and not has_scheme:
        plain = address.replace("https://", "http://", 1)
        if isinstance(second := fetch_once(Request(plain)), Response):
            address, page = plain, second
    if isinstance(page, Refusal):
        raise GiveUp(f"{address} was not reached: {page.detail or page.reason}")
    if (url := discovery.led_on(page)) and isinstance(further := fetch_once(Request(url)), Response):
        return url, further
    return address, page


def _nothing(address: str, page: Response) -> GiveUp:
    if page.status >= 400:
        return GiveUp(f"{address} answered with status {page.status}; check the address")
    if b"<opml" in page.body[:_OPML_BYTES].lower():
        return GiveUp(f"{address} is a list of subscriptions; save it and give it to octavo import opml")
    return GiveUp(f"no feed was found behind {address}; give the address of the feed itself")


@dataclass
class _Search:
    """What one discovery has asked and found so far."""

    page_url: str
    now: datetime
    language: str = ""
    """The page's."""
    offers: list[Offer] = field(default_factory=list)
    leads: list[Candidate] = field(default_factory=list)
    """Addresses that stand in lists of feeds and of sitemaps."""
    _asked: set[str] = field(default_factory=set)
    _reached: set[str] = field(default_factory=set)
    """Where the offers were found after redirects."""

    def best(self) -> tuple[Offer, ...]:
        return tuple(ranking.ranked(self.offers))

    def is_enough(self) -> bool:
        """Tell whether a feed was found that is alive and no aside, so that no place need be guessed."""
        return any(not offer.is_aside and ranking.is_alive(offer, self.now) for offer in self.offers)

    def ask(self, candidates: Iterable[Candidate]) -> None:
        """Fetch the candidates that were not asked yet, and keep those that are feeds."""
        fresh = [one for one in candidates if one.url.rstrip("/") not in self._asked]
        self._asked |= {one.url.rstrip("/") for one in fresh}
        for one, answer in zip(fresh, fetch_all([Request(one.url) for one in fresh]), strict=True):
            if isinstance(answer, Response) and answer.status == 200:
                self._take(one, answer)

    def _take(self, candidate: Candidate, answer: Response) -> None:
        parsed = parse(answer.body, answer.url, answer.headers.get("content-type", ""), now=self.now)
        if isinstance(parsed, Refusal):
            self.learn(answer, parsed, candidate.score)
        elif ranking.is_feed(parsed) and answer.url not in self._reached:
            self._reached.add(answer.url)
            kept_url = answer.permanent_url or candidate.url
            weighed = ranking.offer(candidate, kept_url, parsed, self.page_url, self.now, language=self.language)
            self.offers.append(weighed)

    def learn(self, answer: Response, refusal: Refusal, score: float) -> None:
        """Note the leads in what is no feed: a list of sitemaps, of feeds, or a directory's answer about a podcast."""
        if refusal.reason == "sitemap-index":
            self.leads += discovery.of_index(answer)
        elif answer.url != self.page_url:
            listed = discovery.named(answer)[:DIRECTORY_CANDIDATES_COUNT]
            share = DIRECTORY_SHARE * score
            self.leads += [Candidate(one.url, one.score * share, one.reason, one.title) for one in listed]

    def follow_leads(self) -> None:
        """Ask the leads, and those that they bring, of which fewer and fewer are likely."""
        for depth in range(INDEX_DEPTH_COUNT):
            leads, self.leads = self.leads, []
            self.ask(sorted(leads, key=lambda lead: -lead.score)[: DIRECTORY_CANDIDATES_COUNT >> 2 * depth])

    def look_up(self, address: str) -> None:
        """Ask the host of a profile, where nothing was found at it, where else that is kept."""
        directory = "" if self.offers else hosts.directory_at(address)
        answer = fetch_once(Request(directory)) if directory else None
        if isinstance(answer, Response) and answer.status == 200:
            self.ask(discovery.of_directory(answer))

    def look_around(self, page: Response) -> None:
        """Look where the page did not point: its site's home page, robots.txt, the usual places."""
        home, robots = fetch_all([Request(urljoin(page.url, path)) for path in ("/", "/robots.txt")])
        if isinstance(home, Response) and home.status == 200 and urlsplit(page.url).path.strip("/"):
            self.ask(discovery.named(home)[:NAMED_CANDIDATES_COUNT])
        if not self.is_enough():
            self.ask(discovery.guessed(page))
        if isinstance(robots, Response) and robots.status == 200 and not self.is_enough():
            self.ask(discovery.of_robots(robots)[:LEADS_COUNT])
        self.follow_leads()
