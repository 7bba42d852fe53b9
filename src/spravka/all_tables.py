"""Every mapped class of every room, for the migrations and the entity diagram."""

import spravka.auth.tables
import spravka.catalogues.tables
import spravka.chat.tables
import spravka.database_assistant.tables
import spravka.documents.tables
import spravka.jobs.tables
import spravka.nomenclature.tables
import spravka.tenants.tables
import spravka.usage.tables  # noqa: F401
from spravka.database.mapped import Table

metadata = Table.metadata
