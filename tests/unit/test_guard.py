"""Which addresses the door may reach."""

from ipaddress import ip_address, ip_network

import pytest

from octavo.fetch.guard import NotPublic, is_reachable, socket_factory

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1",
    "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:db8::1",
]  # fmt: skip
PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public_are_out_of_reach(address: str) -> None:
    assert not is_reachable(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_in_reach(address: str) -> None:
    assert is_reachable(ip_address(address))


def test_an_allowed_network_is_in_reach_and_its_neighbours_are_not() -> None:
    allowed = (ip_network("10.1.0.0/16"),)
    assert is_reachable(ip_address("10.1.2.3"), allowed)
    assert is_reachable(ip_address("::ffff:10.1.2.3"), allowed)
    assert not is_reachable(ip_address("10.2.0.1"), allowed)


def test_no_socket_is_made_for_an_address_out_of_reach() -> None:
    make = socket_factory(())
    with pytest.raises(NotPublic):
        make((2, 1, 6, "", ("127.0.0.1", 80)))
