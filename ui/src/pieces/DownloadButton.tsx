import { Button, type ButtonProps } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { download } from "./download";
import { useTroubleNotice } from "./useTroubleNotice";
import "./words";

type Props = ButtonProps & {
  /** Where the file is: `/api/v1/mappings/7/download?format=xlsx`. */
  path: string;
  /** How the file is called where the server does not say. */
  name: string;
};

/** Downloads a file of the API, which a plain link could not: the token goes with it. */
export function DownloadButton({ path, name, children, ...look }: Props) {
  const { t } = useTranslation("pieces");
  const [isBusy, setBusy] = useState(false);
  const tell = useTroubleNotice();

  async function fetchIt() {
    setBusy(true);
    try {
      await download(path, name);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="default" leftSection={<IconDownload size={16} />} {...look} loading={isBusy} onClick={() => void fetchIt()}>
      {children ?? t("download.download")}
    </Button>
  );
}
