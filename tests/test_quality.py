"""The gate: answers are no worse than quality.toml says."""

from __future__ import annotations

import pytest

from tools.bench import labelled, quality


def test_answers_on_our_own_sets_are_as_good_as_they_were() -> None:
    assert fallen("own", labelled.figures()) == []


def test_answers_on_the_kit_are_as_good_as_they_were() -> None:
    if not quality.KIT.is_dir():
        pytest.skip("the kit of real pages is not beside the project")
    assert fallen("kit", quality.kit()) == []


def test_a_figure_beyond_its_bound_has_fallen() -> None:
    worse = dict.fromkeys(quality.bounds("own"), 50.0) | {"captions, starts": 100.0}
    assert "polarity is 50.0, at least 87" in fallen("own", worse)
    assert "choice, never to be shown is 50.0, at most 3" in fallen("own", worse)
    assert not any(line.startswith("captions, starts") for line in fallen("own", worse))


def fallen(part: str, figures: dict[str, float]) -> list[str]:
    """A line for each figure that does not hold its bound."""
    return [
        f"{name} is {figures[name]:.1f}, {bound}"
        for name, bound in quality.bounds(part).items()
        if not bound.holds(figures[name])
    ]
