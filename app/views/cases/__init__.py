"""The pieces of the page of cases: tabs of the queue, one case with its parts, and the dialogs over it."""
