"""Faults of the feed itself, and the healthy feeds beside them."""

import asyncio
import random
import re

from tests.farm.hostile_answers import GOOD, GOOD_TITLES, Ask, Case, Send, answer, item, rss

_REPORTS_COUNT = 50
"""Different texts among the healthy feeds: as agencies' reports do, each stands in several."""
_SYLLABLES = re.findall(r"\w+", "ka lor mi ven tas ul dre po shan ek bri no fal ti gur we sol ma ril ton az che dun ia")
_DAYS = ("Mon, 02", "Tue, 03", "Wed, 04")


def healthy(number: int, site: str) -> bytes:
    """Return one good feed: an entry with its whole text, which other healthy feeds have too, and a picture."""
    dice = random.Random(number % _REPORTS_COUNT)
    paragraphs = "".join(f"&lt;p&gt;{' '.join(_words(dice, 60)).capitalize()}.&lt;/p&gt;" for _ in range(7))
    date = f"<pubDate>{dice.choice(_DAYS)} Mar 2026 {dice.randrange(24):02d}:{number % 60:02d}:00 GMT</pubDate>"
    picture = f"<enclosure url='{site}/{number}.jpg' type='image/jpeg'/>"
    facts = f"<link>{site}/page/{number}</link><guid>{number}</guid>{date}{picture}"
    return rss(item(healthy_title(number), f"{facts}<description>{paragraphs}</description>"))


def healthy_title(number: int) -> str:
    """Return the title of a healthy feed's entry."""
    return f"Report {number}: " + " ".join(_words(random.Random(number), 7))


def _words(dice: random.Random, count: int) -> list[str]:
    return ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(count)]


def _each_time(*bodies: bytes) -> Send:
    """Send the first body at the first poll, the second at the second."""

    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        await answer(bodies[min(ask.polls_count, len(bodies)) - 1])(ask, writer)

    return send


def _link(path: str) -> str:
    return f"<link>https://post.example/{path}</link>"


def _dated(title: str, date: str) -> str:
    return item(title, f"<guid>{title}</guid><pubDate>{date}</pubDate>")


_LAUGHS = (
    b'<!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9))
    + b"]><rss><channel><item><title>Laughs</title><description>&j;</description></item></channel></rss>"
)
_QUADRATIC = (
    b'<!DOCTYPE rss [<!ENTITY a "' + b"x" * 50_000 + b'">]><rss><channel><item><title>Square</title><description>'
    + b"&a;" * 50_000 + b"</description></item></channel></rss>"
)  # fmt: skip
_FILE = (
    b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>File</title>'
    b"<description>&x;</description></item></channel></rss>"
)
SCRIPTED = "".join(
    f'<p on{event}="document.title=\'ran\'" style="background:url(javascript:alert(1))">{event} '
    f"<img src=x on{event}=alert(1)><a href=\"javascript:alert('{event}')\">more</a>"
    f"<svg on{event}=alert(1)><script>alert(1)</script></svg></p>"
    for event in ("load", "error", "click", "mouseover", "focus", "toggle", "animationstart")
) + (
    "<script>document.title='ran'</script><iframe srcdoc='<script>parent.alert(1)</script>'></iframe>"
    "<object data='data:text/html,<script>alert(1)</script>'></object><base href='javascript:alert(1)//'>"
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>"
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>go</button></form>"
)
"""Scripts in every place that a browser knows."""
_SCRIPTED_ITEM = item(
    "Scripted &lt;img src=x onerror=alert(1)&gt; title",
    "<guid>s</guid><link>javascript:alert(1)</link><author>&lt;script&gt;alert(1)&lt;/script&gt; Ada</author>"
    "<category>&lt;img src=x onerror=alert(1)&gt; Harbour</category>"
    "<enclosure url='javascript:alert(1)' type='image/png'/>"
    f"<description><![CDATA[{SCRIPTED} A ferry opened in Velmora after years of delay.]]></description>",
)
_NO_IDENTITY = tuple(rss(item("Ferry opens", f"<description>{n} minutes ago</description>")) for n in (1, 2))

_TRAIN = "Zug hält"
_ONE_TWO_THREE = ("One", "Two", "Three")
_LEGENDS = ("Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 01 Dec 2099 00:00:00 GMT")


def _feed(name: str, body: bytes | str, *titles: str, note: str = "", content_type: str = "application/xml") -> Case:
    """Return a case in which `body`, or one item's XML, is sent and entries of these titles arrive."""
    sent = rss(body) if isinstance(body, str) else body
    return Case(name, answer(sent, content_type=content_type), titles=titles, note=note)


def _in_encoding(name: str, encoding: str, declared: str = "", content_type: str = "application/xml") -> Case:
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    sent = declaration + rss(item(_TRAIN)).decode()
    return _feed(name, sent.encode(encoding), _TRAIN, content_type=content_type)


CASES = (
    _feed("bomb-of-laughs", _LAUGHS, "Laughs"),
    _feed("bomb-squared", _QUADRATIC, "Square"),
    _feed("entity-of-a-file", _FILE, "File"),
    _feed("deep", item("Deep", "<description>" + "<a>" * 200_000 + "</a>" * 200_000), "Deep", note="too many elements"),
    _feed("deep-and-open", b"<rss><channel><item><title>Open</title>" + b"<a>" * 400_000, "Open"),
    _feed("cut-off", GOOD[:-60], GOOD_TITLES[0], note="breaks off"),
    _feed("ampersands", item("Fish & Chips", "<link>https://post.example/?a=1&b=2</link>"), "Fish & Chips"),
    _feed("unclosed", b"<rss><channel><item><title>One<item><title>Two</title>", "One", "Two"),
    _feed("control-characters", item("A\x01 bell\x07 rings"), "A bell rings"),
    _feed("undeclared-entities", item("Caf&eacute;&nbsp;&mdash; open"), "Café — open"),
    _in_encoding("utf-16", "utf-16"),
    _in_encoding("utf-16-bare", "utf-16-le"),
    _in_encoding("utf-16-bare-and-big", "utf-16-be"),
    _in_encoding("utf-16-claimed", "utf-8", declared="utf-16"),
    _in_encoding("charset-lie", "utf-8", content_type="text/xml; charset=koi8-r"),
    _in_encoding("charset-unknown", "utf-8", declared="klingon"),
    _in_encoding("charset-latin", "latin-1", declared="utf-8"),
    _feed(
        "guids-alike",
        "".join(item(title, f"<guid>same</guid>{_link(title)}") for title in _ONE_TWO_THREE),
        *_ONE_TWO_THREE,
        note="ids shared by different entries",
    ),
    Case(
        "guids-fresh",
        _each_time(*(rss(*(item(t, f"<guid>{t}{n}</guid>{_link(t)}") for t in _ONE_TWO_THREE)) for n in (1, 2))),
        titles=_ONE_TWO_THREE,
    ),
    Case("no-identity", _each_time(*_NO_IDENTITY), titles=("Ferry opens",)),
    _feed(
        "times-of-legend",
        "".join(_dated(title, date) for title, date in zip(("Old", "New"), _LEGENDS, strict=True)),
        "Old",
        "New",
        note="dates that cannot be true",
    ),
    _feed("scripts", _SCRIPTED_ITEM, "Scripted title", note="no web address"),
    _feed("odd-links", item("Data", "<guid>d</guid><link>data:text/html,x</link>"), "Data", note="no web address"),
)
