"""Paper: fonts, layout, rendering, enclosures and packets. Knows no record, no Qt, no clock, no locale."""
