"""Bundles of arrays that nothing names any more are deleted, and no others."""

import os
import time

import numpy as np

from spravka.catalogues.tables import Catalogue
from spravka.files.arrays import UNUSED_FOR_SECONDS, Bundle
from spravka.resources import Resources
from spravka.tenants.tables import Tenant
from spravka.worker import remove_unused_arrays


def test_only_old_bundles_that_nothing_names_are_deleted(resources: Resources) -> None:
    used, unused, young = (resources.arrays.put(Bundle({"numbers": np.arange(3)}, {})) for _ in range(3))
    long_ago = time.time() - 2 * UNUSED_FOR_SECONDS
    for key in (used, unused):
        os.utime(resources.arrays.root / key, (long_ago, long_ago))
    with resources.sessions.begin() as session:
        tenant = Tenant(slug="supply", name="Supply")
        session.add(tenant)
        session.flush()
        session.add(Catalogue(tenant_id=tenant.id, slug="materials", name="Materials", index_key=used))
    remove_unused_arrays(resources)
    assert {key for key, _ in resources.arrays.list_keys()} == {used, young}
