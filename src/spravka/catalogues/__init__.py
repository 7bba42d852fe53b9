"""Reference catalogues (НСИ): what supplier names are mapped to.

Words: a *catalogue* has *groups* in a tree and *items* in groups; an *import* brings items from a file; a
*classifier version* is one training of the group classifier; a *confirmed match* is a supplier name that a
person tied to an item; the *index* is what the matcher reads: arrays made from all of these.
"""
