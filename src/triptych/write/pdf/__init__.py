"""Planned pages to tagged PDF."""

from triptych.model.pages import Pages
from triptych.unread import leave_rare_unread


def write_pages(pages: Pages) -> bytes:
    """The pages as a PDF 1.7 file, tagged for PDF/UA-1 (ISO 14289-1); the same pages give the same bytes.

    Raises KeyError if a link or a bookmark names a destination that the pages do not have.
    """
    leave_rare_unread()
    from triptych.write.pdf.document import write  # its libraries cost start-up that not every command needs

    return write(pages)


__all__ = ["write_pages"]
