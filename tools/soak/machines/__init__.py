"""Many machines and their failures: people ask, processes die, a judge reads what Telegram saw."""
