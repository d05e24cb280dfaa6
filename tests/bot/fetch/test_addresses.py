"""Which addresses are the public internet's."""

from __future__ import annotations

import pytest

from bot.fetch.model import FetchError
from bot.fetch.network.addresses import checked, is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.1", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "224.0.0.1",
        "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.9",
        "192.88.99.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::", "2001::1",
        "2001:db8::1", "fe80::1", "fe80::1%lo", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
        "100::1", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_what_is_not_of_the_public_internet_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "172.15.0.1", "172.32.0.1", "93.184.216.34", "2606:4700::1111", "2a00::1"],
)
def test_what_is_of_the_public_internet_is_told(address: str) -> None:
    assert is_public(address)


async def test_one_private_address_among_public_ones_spoils_the_host() -> None:
    async def mixed(_: str, __: int) -> list[str]:
        return ["1.1.1.1", "10.0.0.1"]

    with pytest.raises(FetchError) as refusal:
        await checked("site.example", 443, mixed)
    assert refusal.value.key == "fetch-not-public"


async def test_a_host_that_nobody_knows_is_said() -> None:
    async def unknown(_: str, __: int) -> list[str]:
        raise OSError

    with pytest.raises(FetchError) as refusal:
        await checked("site.example", 443, unknown)
    assert refusal.value.key == "fetch-unknown-host"
