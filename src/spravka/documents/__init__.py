"""The document assistant: the right page of the right document, in its exact words.

Words: a *document* is an uploaded file (its row is ``file``), which lies in a *folder* or in none; *indexing* reads its
pages, cuts them into *passages* and makes a vector of each; a *quotation* is one or two sentences of a passage with the
boxes of their words on the page; a *scope* is the documents that a question is put to.
"""
