"""Departments of the company.

Words: a *tenant* is a department; a *mode* is a service it may have switched on (databases, documents,
nomenclature); a *prompt* is the tenant's own wording for one of its tables.
"""
