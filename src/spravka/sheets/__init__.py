"""Tables out of files of any shape, and results back into files.

A *grid* is what stands in a file: rows of cells with their numbers, nothing interpreted. A *sheet* is
a grid whose header was found: unique column names and the rows below, every cell in its place. A
*column kind* is what a column holds (name, unit, group code, …); ``columns`` finds it out and says why.

The room knows no database and no HTTP. Untrusted workbooks are read in a process of their own
(``formats.workbook``), because a file of two cells is enough to abort the one that reads it.
"""
