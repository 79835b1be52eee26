"""Official blanks in the window: bringing one in, mapping it on screen, trying it, sharing it."""
