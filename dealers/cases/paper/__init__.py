"""Cases on paper: the file of a case as one bundle, and the sheet that goes with an exhibit. What leaves is marked.

Neither prints the number of a confidential source: a case file ends with the defence, an exhibit sheet with a bag.
"""

from dealers.cases.paper.bundle import case_file, file_name
from dealers.cases.paper.leaving import attached
from dealers.cases.paper.sheet import exhibit_sheet, sheet_name

__all__ = ["attached", "case_file", "exhibit_sheet", "file_name", "sheet_name"]
