"""Says what a newer public list of link rules knows that our tables do not.

    python -m tools.compare_link_rules RULES_JSON

RULES_JSON is a release of rules in the form of ClearURLs' data.min.json: "providers", each with a
"urlPattern", "rules" and "referralMarketing" (regular expressions for parameter names). Nothing is
copied: each rule that is a plain name is tried on an address of the provider, and what `clean_url`
leaves is printed to be looked up at its source.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.links import clean_url

_PLAIN = re.compile(r"[\w.$~-]+")
_HOST = re.compile(r"\*\??\)?([a-z0-9-]+(?:\\\.[a-z-]+)*)")


def main(rules: Path) -> None:
    """Print a line for each provider that knows more."""
    providers = json.loads(rules.read_text(encoding="utf-8"))["providers"]
    for name, provider in sorted(providers.items()):
        left = sorted(set(_left(provider)))
        if left:
            print(f"{name}: {' '.join(left)}")


def _left(provider: dict[str, Any]) -> Iterator[str]:
    """Plain parameter names that stay in an address of ``provider``."""
    host = _host(provider["urlPattern"])
    for rule in provider.get("rules", ()):
        name = rule.replace("(?:%3F)?", "").replace("\\", "")
        if _PLAIN.fullmatch(name) and f"{name}=" in clean_url(f"https://{host}/page?{name}=1"):
            yield name


def _host(pattern: str) -> str:
    """A host that ``pattern`` is about; of a name under any suffix, the one under com."""
    found = _HOST.search(pattern)
    host = found[1].replace("\\", "") if found else "example.com"
    return host if "." in host else f"{host}.com"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
