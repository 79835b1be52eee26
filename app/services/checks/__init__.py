"""Checks of domains and sites: done when the agent asks, kept as evidence, done again, compared."""
