"""The one room for WeasyPrint: HTML is laid out once, finished once to a body, and stamped for each who takes a copy.

Whatever prints comes here with a page of HTML and the photos it shows: hot sheets, and whatever else the force prints.
The same page gives the same bytes on any day, in any process; only encrypted copies always differ.
"""

from dmi.pdf.body import Body, finish
from dmi.pdf.layout import Layout, lay_out
from dmi.pdf.scan import scan
from dmi.pdf.stamping import Mark, stamp

__all__ = ["Body", "Layout", "Mark", "finish", "lay_out", "scan", "stamp"]
