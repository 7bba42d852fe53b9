import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

import { copyText } from "@/pieces/copyText";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";
import "@/pieces/words";

/** Copies what is asked for, which may have to be loaded first, and says that it has. */
export function useCopying(): (make: () => string | Promise<string>, told: string) => void {
  const { t } = useTranslation("pieces");
  const tell = useTroubleNotice();
  return (make, told) => {
    const copy = async () => {
      const isDone = await copyText(await make());
      notifications.show(isDone ? { message: told, autoClose: 1_500 } : { color: "red", message: t("copy.refused") });
    };
    copy().catch(tell);
  };
}
