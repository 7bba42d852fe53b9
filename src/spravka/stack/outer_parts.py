"""PostgreSQL, Valkey and Chroma together: what the application stands on."""

import os
from dataclasses import dataclass

from spravka.stack import secrets_file
from spravka.stack.addresses import Addresses
from spravka.stack.data_folder import DataFolder
from spravka.stack.parts.chroma import chroma_part
from spravka.stack.parts.postgres import Cluster, open_cluster, postgres_part
from spravka.stack.parts.postgres_databases import DATABASE, ROLE, check_database, prepare_database
from spravka.stack.parts.valkey import find_valkey, valkey_part
from spravka.stack.supervision.supervising import Part, Supervisor


@dataclass(frozen=True)
class OuterParts:
    """The three parts of a data folder. ``throwaway`` trades safety for speed: for tests alone."""

    folder: DataFolder
    addresses: Addresses
    throwaway: bool = False

    def start(self, supervisor: Supervisor) -> None:
        """Start the three together and prepare the application's empty database.

        Raises:
            the problems of ``stack.errors``
        """
        valkey_and_chroma = [self._valkey(), self._chroma()]
        cluster = self._cluster()
        supervisor.start([self._postgres(cluster), *valkey_and_chroma])
        self._prepare(cluster)

    def _cluster(self) -> Cluster:
        password = self.addresses.secrets[secrets_file.ADMIN_PASSWORD]
        return open_cluster(self.folder, password, os.environ, self.throwaway)

    def _postgres(self, cluster: Cluster) -> Part:
        port, log = self.addresses.ports["postgres"], self.folder.log("postgres")
        return postgres_part(cluster, port, log, self.throwaway)

    def _valkey(self) -> Part:
        port, password = self.addresses.ports["valkey"], self.addresses.secrets[secrets_file.QUEUE_PASSWORD]
        log = self.folder.log("valkey")
        return valkey_part(find_valkey(os.environ), self.folder.valkey, port, password, log, self.throwaway)

    def _chroma(self) -> Part:
        return chroma_part(self.folder.chroma, self.addresses.ports["chroma"], self.folder.log("chroma"))

    def _prepare(self, cluster: Cluster) -> None:
        port = self.addresses.ports["postgres"]
        password = self.addresses.secrets[secrets_file.DATABASE_PASSWORD]
        prepare_database(cluster.admin_address(port), ROLE, password, DATABASE)
        check_database(cluster.admin_address(port, DATABASE))
