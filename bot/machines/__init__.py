"""Processes on many machines that are one bot: one answers at a time, the others stand by."""

from bot.machines.arrivals import SharedInbox
from bot.machines.fencing import FencedDatabase
from bot.machines.front import Front
from bot.machines.handover import Handover
from bot.machines.lease import Lease

__all__ = ["FencedDatabase", "Front", "Handover", "Lease", "SharedInbox"]
