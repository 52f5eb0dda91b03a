"""Letters: what is filled in from rows, who may not be written to yet, and the press that makes the PDF."""
