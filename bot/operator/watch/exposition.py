"""The figures in Prometheus' text format; imported where they are asked for, and only then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import accumulate
from typing import Final

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.operator.parts import Parts
from bot.operator.watch.figures import FIGURES, PREFIX, SECONDS, Figure

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Exposition:
    """Reads the parts when it is asked; between two scrapes it costs nothing."""

    def __init__(self, parts: Parts) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Figures(parts))
        ProcessCollector(registry=self._registry)

    def __call__(self) -> bytes:
        """Return all figures as they are now."""
        return generate_latest(self._registry)


class _Figures(Collector):
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def describe(self) -> Iterable[Metric]:
        """Name nothing before the first scrape: there is nobody to collide with."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Yield each figure, the histogram, and the version."""
        for figure in FIGURES:
            yield _family(figure, self._parts)
        seconds = self._parts.ledger.seconds
        bounds = ("+Inf" if bound == float("inf") else str(bound) for bound in seconds.bounds)
        yield HistogramMetricFamily(
            SECONDS,
            "Seconds from the begin of an answer that needed a digest to its end",
            buckets=list(zip(bounds, accumulate(seconds.counts), strict=True)),
            sum_value=seconds.total,
        )
        info = GaugeMetricFamily(f"{PREFIX}info", "The running version", labels=["version"])
        info.add_metric([version("video-digest-bot")], 1)
        yield info


def _family(figure: Figure, parts: Parts) -> Metric:
    kind = CounterMetricFamily if figure.kind == "counter" else GaugeMetricFamily
    family = kind(PREFIX + figure.name, figure.meaning, labels=list(figure.labels))
    for labels, value in figure.read(parts).items():
        family.add_metric(list(labels), value)
    return family
