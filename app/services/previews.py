"""Pages to look at: what views show on screen, and send to a printer, is drawn from the very PDF that is saved."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.errors import Problem
from app.forms.raster import PageImage, PageSize, page_image, page_sizes


@dataclass(frozen=True, slots=True)
class Preview:
    """A PDF with its page sizes (points) and what is still wrong with the answers it was made from.

    `image` may be called from any thread; drawing is serialised below.
    """

    pdf: bytes = field(repr=False)
    sizes: tuple[PageSize, ...]
    problems: tuple[Problem, ...] = ()
    form_code: str = ""
    form_edition: str = ""
    evidence: str = ""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def image(self, index: int, dpi: float) -> PageImage:
        """One page as pixels; `index` from 0."""
        return page_image(self.pdf, index, dpi)


def preview_of(
    pdf: bytes, *, problems: tuple[Problem, ...] = (), form_code: str = "", form_edition: str = "", evidence: str = ""
) -> Preview:
    """A preview of a finished PDF.

    Raises:
        UserError: `packet.pdf_damaged` or `packet.pdf_password`.
    """
    return Preview(pdf, page_sizes(pdf), problems, form_code, form_edition, evidence)


__all__ = ["PageImage", "PageSize", "Preview", "preview_of"]
