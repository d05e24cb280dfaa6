"""Which addresses Telegram accepts as the target of a link, written its way."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_WEB = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<host>[^/?#]*)(?P<rest>.*)", re.DOTALL | re.IGNORECASE
)
_APP = re.compile(r"(?P<scheme>tg|ton):(?://)?(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'()+;&=\u0080-\U0010ffff]|%[0-9a-f]{2})+")
_USER_INFO = re.compile(
    r"(?:[a-z0-9.\-_!$,~*'()+;&=:\u0080-\U0010ffff]|%[0-9a-f]{2})*", re.IGNORECASE
)
_APP_HOST = re.compile(r"[a-z0-9_-]+")
_USER = re.compile(r"tg://user\?(?:[^#]*&)?id=(\d{1,18})(?:[&#].*)?")
_SPACES = " \t\r\n\0\v"
_HIGHEST_PORT = 65535


def accepted_address(address: str) -> str | None:
    """The address as Telegram keeps it, or None where it makes no link of it."""
    if app := _APP.match(address):
        return _app_address(app["scheme"].lower(), app["rest"])
    if not (web := _WEB.match(address)):
        return None
    if not (host := _host_and_port(web["host"])):
        return None
    return f"{(web['scheme'] or 'http').lower()}://{host}{_path(web['rest'])}"


def mentioned_user(address: str) -> int | None:
    """The user whom ``tg://user?id=`` names."""
    accepted = accepted_address(address)
    match = accepted and _USER.fullmatch(accepted)
    return int(match[1]) or None if match else None


def _app_address(scheme: str, rest: str) -> str | None:
    if not (web := _WEB.match(rest)) or web["scheme"]:
        return None
    if not _APP_HOST.fullmatch(host := web["host"].removeprefix("@").lower()):
        return None
    path = _path(web["rest"])
    return f"{scheme}://{host}{path[1:] if path.startswith('/?') else path}"


def _host_and_port(written: str) -> str | None:
    """``user@host:port`` checked, its host in lower case; None where it cannot be one."""
    rest, colon, port = written.rpartition(":")
    if not colon or "]" in port or "@" in port:
        rest, port = written, ""
    elif not (port.isascii() and port.isdecimal() and 0 < int(port[-9:]) <= _HIGHEST_PORT):
        return None
    user, _, host = rest.rpartition("@")
    host = host.lower()
    named = "." in host and host != "." and _HOST.fullmatch(host)
    if not _is_ipv6(host) and not (named and _USER_INFO.fullmatch(user)):
        return None
    return (f"{user}@" if user else "") + host + (f":{int(port)}" if port else "")


def _is_ipv6(host: str) -> bool:
    if not (host.startswith("[") and host.endswith("]")):
        return False
    try:
        return bool(IPv6Address(host[1:-1]))
    except AddressValueError:
        return False


def _path(rest: str) -> str:
    rest = rest.rstrip(_SPACES)
    if not rest.startswith("/"):
        rest = "/" + rest
    return "".join(f"%{ord(c):02X}" if c <= " " else c for c in rest)
