"""Documents of any format as pages of words with boxes.

A *page* is what a reader would call one: of a PDF or a scan, a slide, a sheet of a workbook, a stretch of a text that
has no pages of its own. Its *words* stand in reading order; *blocks* tell which words are a heading, a paragraph, a
row of a table, a running title. Where a page's text layer is no text, it is repaired or recognised (OCR), or the page
says that it needs recognising.

Untrusted files are opened in a process of their own with limited memory and time. The room knows no database and no
HTTP.
"""
