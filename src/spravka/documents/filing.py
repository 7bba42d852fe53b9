"""Folders: making, renaming, moving, deleting them; of a tenant's one change after the other, for each must see what
the one before has made of the tree."""

from sqlalchemy.orm import Session

from spravka.database.holding import hold
from spravka.documents import queries
from spravka.documents.errors import FolderExists, FolderInsideItself, FolderNotEmpty
from spravka.documents.schemas import FolderChange, NewFolder
from spravka.documents.tables import Folder


def make_folder(session: Session, tenant_id: int, new: NewFolder) -> Folder:
    """Raises :class:`FolderNotFound` for the parent, :class:`FolderExists`."""
    hold_folders(session, tenant_id)
    folder = Folder(tenant_id=tenant_id)
    _put(session, folder, new.parent_id, new.name)
    session.add(folder)
    session.flush()
    return folder


def change_folder(session: Session, tenant_id: int, folder_id: int, change: FolderChange) -> Folder:
    """Raises :class:`FolderExists`, :class:`FolderInsideItself`."""
    hold_folders(session, tenant_id)
    folder = queries.get_folder(session, tenant_id, folder_id)
    is_moved = "parent_id" in change.model_fields_set
    _put(session, folder, change.parent_id if is_moved else folder.parent_id, change.name or folder.name)
    session.flush()
    return folder


def delete_folder(session: Session, tenant_id: int, folder_id: int) -> None:
    """Raises :class:`FolderNotEmpty`."""
    hold_folders(session, tenant_id)
    folder = queries.get_folder(session, tenant_id, folder_id)
    if any(queries.count_in_folders(session, tenant_id, [folder_id])[folder_id]):
        raise FolderNotEmpty(folder_id)
    session.delete(folder)


def hold_folders(session: Session, tenant_id: int) -> None:
    """Until the transaction ends nobody else changes the tenant's folders, nor puts a document into one."""
    hold(session, f"folders of tenant {tenant_id}")


def _put(session: Session, folder: Folder, parent_id: int | None, name: str) -> None:
    if parent_id is not None:
        queries.get_folder(session, folder.tenant_id, parent_id)
        if folder.id is not None and parent_id in queries.list_folder_ids_below(session, folder.tenant_id, [folder.id]):
            raise FolderInsideItself(parent_id)
    same = queries.find_folder(session, folder.tenant_id, parent_id, name)
    if same is not None and same.id != folder.id:
        raise FolderExists(name)
    folder.parent_id, folder.name = parent_id, name
