from __future__ import annotations

import asyncio

from handlers.lanes import Lanes


async def test_after_a_stop_no_work_begins() -> None:
    done = []

    async def work() -> None:
        done.append("work")

    lanes = Lanes()
    lanes.add("7:1", work)
    await asyncio.sleep(0)
    await lanes.close()
    lanes.add("7:2", work)
    await lanes.close()
    assert done == ["work"]
