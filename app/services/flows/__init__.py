"""The wizards' graphs: steps over a frozen draft, without a window."""
