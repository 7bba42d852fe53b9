"""The room `matching/`: how a supplier's name finds its catalogue item, as pure numbers.

Nothing here reads a file, a database, the network or a clock: texts and arrays come in, arrays and small frozen
dataclasses go out. Words of the room:

* *name*: what a supplier wrote; *item*: one entry of the catalogue, known by its position (0, 1, 2, …);
* *group*: a code of the catalogue's tree; *confirmed name*: a name a person has tied to an item;
* *candidate*: an item that may be meant, with a *confidence* (0…1) and the *reasons* for it;
* *decision*: accepted, needs review, or no such item.
"""
