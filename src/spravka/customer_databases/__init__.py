"""Customers' databases: connecting, looking at their structure and rights, running guarded queries read-only.

Words: *fields* say where a database is and who asks; a *connection* runs one *guarded* query at a time in a read-only
transaction that is always rolled back, within *caps*; its *structure* is the schema that plans and readers speak of;
a *rights report* says what its role could do beyond reading. Each vendor has its files in ``vendors`` (talking) and
``structure`` (describing); the drivers are imported when a database of that vendor is opened.
"""
