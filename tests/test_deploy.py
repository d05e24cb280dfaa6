"""What Prometheus and Grafana are given names only figures that the bot shows."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.operator.watch.figures import FIGURES, PREFIX, SECONDS

DEPLOY = Path(__file__).resolve().parents[1] / "deploy"
RULES = DEPLOY / "prometheus" / "video-digest-bot.yml"
DASHBOARD = DEPLOY / "grafana" / "video-digest-bot.json"
SHOWN = {
    *(PREFIX + figure.name for figure in FIGURES),
    *(f"{SECONDS}_{part}" for part in ("bucket", "sum", "count")),
    f"{PREFIX}info",
}


def named(file: Path) -> set[str]:
    return set(re.findall(rf"\b{PREFIX}\w+", file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", [RULES, DASHBOARD], ids=lambda file: file.parent.name)
def test_alert_rules_and_the_dashboard_name_only_figures_that_are_shown(file: Path) -> None:
    assert len(named(file)) > 6
    assert named(file) <= SHOWN


def test_the_dashboard_shows_every_figure() -> None:
    shown = {PREFIX + figure.name for figure in FIGURES} | {f"{SECONDS}_bucket"}
    assert shown <= named(DASHBOARD)


def test_the_labels_that_are_asked_for_are_those_of_the_figures() -> None:
    labels = {PREFIX + figure.name: set(figure.labels) for figure in FIGURES}
    for file in (RULES, DASHBOARD):
        text = file.read_text(encoding="utf-8").replace('\\"', '"')
        for name, label in re.findall(rf"\b({PREFIX}\w+){{(\w+)=", text):
            assert label in labels[name]


def test_prometheus_takes_the_alert_rules() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not here: apt-get install prometheus")
    run = subprocess.run(
        [promtool, "check", "rules", str(RULES)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
