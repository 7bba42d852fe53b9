import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";

import { useFolders } from "./folders";
import { pathOf, placesFor } from "./tree";

type Props = {
  name: string;
  /** The folder that is moved: it cannot go into itself. Null where a document is moved. */
  movedFolderId: number | null;
  from: number | null;
  onPlace: (folderId: number | null) => Promise<unknown>;
  onClose: () => void;
};

const TOP = "top";

/** Asks where a document or a folder is to lie. */
export function MoveDialog({ name, movedFolderId, from, onPlace, onClose }: Props) {
  const { t } = useTranslation("documents");
  const folders = useFolders().data ?? [];
  const here = from === null ? TOP : String(from);
  const [place, setPlace] = useState(here);
  const places = placesFor(folders, movedFolderId).map((folder) => ({
    value: String(folder.id),
    label: pathOf(folders, folder.id),
  }));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("library.moveTitle", { name })}
      action={t("library.move")}
      isIncomplete={place === here}
      onSubmit={() => onPlace(place === TOP ? null : Number(place))}
      size="sm"
    >
      <Select
        label={t("library.moveTo")}
        searchable
        allowDeselect={false}
        data={[{ value: TOP, label: t("library.top") }, ...places]}
        value={place}
        onChange={(value) => setPlace(value ?? TOP)}
      />
    </FormDialog>
  );
}
