"""Makes text copied out of our PDFs equal what was typed, beyond the basic plane too.

reportlab (seen up to 5.1) writes the code points of a subset's ToUnicode map as bare hexadecimal:
`𬭎` becomes `<2CB4E>`, which readers take apart wrongly, and a block may hold more entries than the
100 that the PDF standard allows. `mend_reportlab` puts a right function in its place and proves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

LARGEST_BLOCK = 100
"""Entries of one `beginbfchar` block (PDF 32000-1, 9.10.3 with Adobe technical note 5014)."""


def unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of one subset: byte code -> the UTF-16BE of the character it shows.

    Args:
        font_name: PostScript name of the embedded subset, for the CMap's own name.
        subset: code points in the order of their one-byte codes.
    """
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    entries = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    for start in range(0, len(entries), LARGEST_BLOCK):
        block = entries[start : start + LARGEST_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def mend_reportlab() -> None:
    """Put `unicode_map` into reportlab; raise when reportlab no longer asks the function we replace."""
    ttfonts.makeToUnicodeCMap = unicode_map
    writer = ttfonts.TTFont.addObjects
    if (
        "makeToUnicodeCMap" not in writer.__code__.co_names
        or writer.__globals__["makeToUnicodeCMap"] is not unicode_map
    ):
        raise RuntimeError("this reportlab builds its ToUnicode maps elsewhere; app/forms/tounicode.py must follow it")
    if "<02> <D872DF4E>" not in unicode_map("Proof", (0, 0x4E00, 0x2CB4E)):
        raise RuntimeError("the ToUnicode map does not hold UTF-16")


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
