"""Letters in the window: the shelf of them, the window that fills one in, and the ways there from records and cases."""
