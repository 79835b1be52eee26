"""What the regulations say, as pure functions over resources/. No clock, no network, no store."""
