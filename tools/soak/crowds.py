"""Many people at once."""

from __future__ import annotations

import time
from typing import Final

from tools.soak.table import Row
from tools.soak.trial import Trial

FLOOD: Final = 200


async def beside_a_flooder(people: int, seed: int) -> Row:
    """Many people beside one who floods the bot."""
    async with Trial.open(seed) as trial, trial.bot():
        flooder = trial.telegram.person("Flooder")
        for number in range(FLOOD):
            flooder.says(f"/help {number}")
        began = time.monotonic()
        for _ in range(people):
            trial.ask()
        await trial.until_answered()
        seconds = time.monotonic() - began
        answered = trial.replies(flooder)
        note = f"last answer after {seconds:.1f} s; the flooder had {answered} of {FLOOD}"
        return trial.row("users beside a flooder", f"{people} users", note)


async def bursts(rounds: int, people: int, seed: int) -> Row:
    """So many people who paste a page in the same moment, again and again."""
    longest = 0.0
    async with Trial.open(seed) as trial, trial.bot():
        for _ in range(rounds):
            burst = [trial.ask("paste") for _ in range(people)]
            began = time.monotonic()
            await trial.until_answered(burst)
            longest = max(longest, time.monotonic() - began)
        turned_away = trial.without_digest()
        trial.crashes += turned_away
        note = f"last answer after {longest:.1f} s; {turned_away} turned away"
        return trial.row("users at one moment", f"{rounds} times {people}", note)
