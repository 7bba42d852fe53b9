"""Documents of the demonstration's construction holding, to ask questions of: a contract, a specification, a list of
materials, a crane manual, a regulation and a scanned letter. Every company, person and figure in them is invented.

``texts`` holds what the documents say, in the few marks that ``markup`` reads; ``pdf`` and ``docx`` set it as pages;
``documents`` makes all of them, and ``questions`` tells what to ask and where the answer stands.
"""
