"""What a session shows of itself: browser and device by their names, an address that names no household."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

# In this order: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari.
BROWSERS = (
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("yabrowser", "Yandex"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("chrome", "Chrome"),
    ("crios", "Chrome"),
    ("safari", "Safari"),
)
DEVICES = (
    ("android", "Android"),
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("windows", "Windows"),
    ("mac os", "macOS"),
    ("linux", "Linux"),
)
_IPV4, _IPV6 = 24, 48  # bits that are kept


def browser_of(user_agent: str) -> str:
    return _first(BROWSERS, user_agent)


def device_of(user_agent: str) -> str:
    return _first(DEVICES, user_agent)


def shortened(address: str) -> str:
    """`203.0.113.0`, `2001:db8:1::`: enough to know the own network again, too little to find a flat."""
    try:
        given = ip_address(address)
    except ValueError:
        return ""
    plain = getattr(given, "ipv4_mapped", None) or given
    bits = _IPV4 if plain.version == 4 else _IPV6
    return str(ip_network(f"{plain}/{bits}", strict=False).network_address)


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    told = user_agent[:400].lower()
    return next((name for mark, name in names if mark in told), "")
