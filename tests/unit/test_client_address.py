"""Whose requests are counted together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.accounts.client_address import client_address


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "address"),
    [
        ("192.0.2.7", "", 0, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", 0, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", 1, "198.51.100.1"),
        ("192.0.2.7", "203.0.113.9, 198.51.100.1", 1, "198.51.100.1"),
        ("192.0.2.7", "203.0.113.9, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"),
        ("192.0.2.7", "198.51.100.1", 2, "192.0.2.7"),
        ("192.0.2.7", "nonsense", 1, "192.0.2.7"),
        ("192.0.2.7:50123", "", 0, "192.0.2.7"),
        ("[2001:db8::1]:50123", "", 0, "2001:db8::1"),
        ("2001:db8::1", "", 0, "2001:db8::1"),
        ("::ffff:192.0.2.7", "", 0, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1:4711", 1, "198.51.100.1"),
        ("", "", 0, "0.0.0.0"),
    ],
)
def test_the_outermost_proxy_is_believed_and_nobody_before_it(
    peer: str, forwarded: str, proxies: int, address: str
) -> None:
    assert client_address(peer, forwarded, proxies) == address


@given(st.lists(st.ip_addresses().map(str), max_size=4), st.ip_addresses(v=4).map(str))
def test_what_a_client_invents_changes_nothing(invented: list[str], real: str) -> None:
    assert client_address("10.0.0.1", ", ".join([*invented, real]), 1) == real
