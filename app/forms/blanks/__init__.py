"""Official blanks: brought in, measured, mapped and filled; everything here is pure of window, store and clock."""
