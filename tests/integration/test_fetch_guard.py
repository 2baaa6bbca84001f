"""No way round the guard: odd spellings, redirects, names that change their mind."""

import asyncio
import socket
from collections.abc import Iterator
from ipaddress import ip_network

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from octavo.core.types import Request
from octavo.fetch import constants
from tests.integration.doors import ask, body, get, opened, reason
from tests.integration.sites import Site

OUT_OF_BOUNDS = [
    # IPv4, plainly
    "10.255.255.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192",
    "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1", "198.18.0.1", "203.0.113.1",
    # IPv4, oddly: decimal, octal, hexadecimal, short, mixed, with dots at the end
    "2130706433", "017700000001", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.1", "127.0x0.0.1", "0",
    "0x7f.0x0.0x0.0x1", "127.0.0.1.", "10.0.0.1.", "4294967295", "1.1.1.1.0x7f",
    "@127.0.0.1",
    # digits and dots of other scripts
    "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "１０．０．０．１",
    # IPv6
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]",
    "[fec0::1]", "[2001:db8::1]", "[3fff::1]", "[5f00::1]", "[100::1]", "[2001:20::1]",
    # IPv4 within IPv6: mapped, compatible, translated, 6to4, NAT64, its local prefix, Teredo
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]",
    "[::ffff:0:127.0.0.1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::7f00:1]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
]  # fmt: skip
NO_ADDRESSES = [
    "http://paper.example@127.0.0.1/", "http://127.0.0.1@paper.example/", "http://user:word@paper.localhost/",
    "http://paper.example\\@127.0.0.1/", "http://paper.example%00.localhost/", "http://a b/",
    "http://%31%32%37.0.0.1/", "http://127.0.0.1%2f/", "http://[::1", "http://[1.2.3.4]/", "http:127.0.0.1/",
    "//127.0.0.1/", "http:///path", "http://a..localhost/", "http://127.0.0.1:99999/", "http://xn--a/",
    "ftp://paper.localhost/", "file:///etc/passwd", "gopher://127.0.0.1/", "data:text/html,x", "nonsense", "",
    "http://[]@/", "http://paper.example:80[)a]@/",
]  # fmt: skip


@pytest.mark.parametrize("host", OUT_OF_BOUNDS)
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    assert reason(ask(Request(f"http://{host}:9/"), allowed=())[0]) == "not-public"


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    assert reason(get(url)) == "bad-address"


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "localhost.", "paper.localhost", "ⓛocalhost"])
def test_this_machines_names_are_refused(name: str) -> None:
    assert reason(ask(Request(f"http://{name}:9/"), allowed=())[0]) == "not-public"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A site at every address of loopback; the door of these tests may reach 127.0.0.2 alone."""
    with Site().serving("0.0.0.0") as site:
        site.say("/", "the paper")
        site.say("/secret", "what only this machine may read")
        yield site


ONE_ADDRESS = (ip_network("127.0.0.2/32"),)


@pytest.mark.parametrize("host", [host for host in OUT_OF_BOUNDS if "127" in host or "::1" in host or "7f" in host])
def test_redirects_are_guarded_alike(site: Site, host: str) -> None:
    site.asked.clear()
    site.say("/lead", status=302, Location=f"http://{host}:{site.port}/secret")
    assert reason(ask(Request(f"http://127.0.0.2:{site.port}/lead"), allowed=ONE_ADDRESS)[0]) == "not-public"
    assert site.asked == {"/lead": 1}


@pytest.mark.parametrize("location", ["http://[]@/", "//[a<]@", "http://[", "http://a b/"])
def test_a_redirect_to_what_is_no_address_is_refused(site: Site, location: str) -> None:
    site.say("/lead", status=302, Location=location)
    answers = ask(Request(f"http://127.0.0.2:{site.port}/lead"), allowed=ONE_ADDRESS)
    assert reason(answers[0]) in ("bad-address", "not-public", "unknown-host")


@pytest.mark.parametrize("secret", ["ada:s3cret", "s3cret"])
def test_no_refusal_shows_a_password(site: Site, secret: str) -> None:
    site.say("/lead", status=302, Location=f"http://{secret}@127.0.0.2:{site.port}/")
    for url in (f"http://127.0.0.2:{site.port}/lead", f"http://{secret}@127.0.0.2:{site.port}/"):
        (answer,) = ask(Request(url), allowed=ONE_ADDRESS)
        assert reason(answer) == "bad-address"
        assert "s3cret" not in repr(answer)


class Names(AbstractResolver):
    """A resolver that its owner tells, question by question, what to answer."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)
            for address in addresses
        ]

    async def close(self) -> None:
        pass


def test_a_name_that_turns_inward_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DNS_SECONDS", 0)
    site.asked.clear()
    site.say("/close", "closes", Connection="close")
    names = Names(["127.0.0.2"], ["127.0.0.1"])
    first, second = ask(
        *(Request(f"http://rebinding.example:{site.port}{path}") for path in ("/close", "/secret")),
        allowed=ONE_ADDRESS,
        names=names,
    )
    assert body(first) == b"closes"
    assert reason(second) == "not-public"
    assert site.asked == {"/close": 1}


def test_an_address_beside_a_public_one_is_not_tried(site: Site) -> None:
    async def run() -> None:
        closed = Names(["127.0.0.1", "127.0.0.2", "127.0.0.1"])
        async with opened(allowed=ONE_ADDRESS, names=closed) as door:
            assert body(await door.get(Request(f"http://two.example:{site.port}/"))) == b"the paper"
        async with opened(allowed=(ip_network("127.0.0.3/32"),), names=Names(["127.0.0.1", "127.0.0.2"])) as door:
            assert reason(await door.get(Request(f"http://two.example:{site.port}/"))) == "not-public"

    site.asked.clear()
    asyncio.run(run())
    assert site.asked == {"/": 1}


def test_the_guard_holds_without_the_resolvers_help(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.fetch import resolving

    monkeypatch.setattr(resolving, "is_reachable", lambda *_: True)
    for addresses in (["127.0.0.1"], ["127.0.0.1", "127.0.0.4"]):
        answer = ask(Request(f"http://in.example:{site.port}/"), allowed=ONE_ADDRESS, names=Names(addresses))[0]
        assert reason(answer) == "not-public"


def test_names_that_nobody_has_and_ports_that_nobody_serves_say_so() -> None:
    assert reason(get("http://paper.localhost:1/")) == "refused-connection"
    assert reason(get("http://nobody.invalid/")) == "unknown-host"
