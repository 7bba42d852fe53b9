"""Describing a customer's database as the schema that plans and readers speak of."""

from importlib import import_module

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.structure.facts import assemble
from spravka.query_plans.schema import DatabaseSchema


def describe_structure(connection: CustomerConnection) -> DatabaseSchema:
    """Tables and views that the role may read, with columns, comments, declared keys and estimated sizes.

    Raises what :meth:`CustomerConnection.run` raises.
    """
    vendor = import_module(f"spravka.customer_databases.structure.{connection.dialect.value}")
    return assemble(connection.dialect, vendor.read_default_namespace(connection), vendor.read_facts(connection))
