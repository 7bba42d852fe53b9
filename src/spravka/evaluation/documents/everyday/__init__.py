"""Documents as a construction holding has them, and what its people ask of them: contracts, rules, manuals, minutes.

Every text, firm and figure is invented for this purpose. ``texts`` holds the documents as Markdown; ``writing`` makes
files of them, some as PDF and DOCX in several looks; the questions stand in two files, apart by document:

``development.json``
    to look at: whoever works on reading, search and quoting may read these documents and see which questions fail.

``unseen.json``
    only to measure: nobody who works on those looks into this file, into its documents or at its single failures, and
    only sums are shown. What is mended by looking at failures gets better on the questions looked at whether or not it
    gets better for a customer; the difference shows only on documents and questions that nobody has looked at.

A question is short and in other words than the document, as somebody asks who knows what is wanted but not how it is
written there. Of each document some questions are near its topic but not answered in it, and some are asked in the
other language.
"""
