"""Wizards: pages collect, the flow decides."""
