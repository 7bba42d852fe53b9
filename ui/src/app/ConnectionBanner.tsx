import { Loader } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { connection, onConnectionChange } from "@/api/connection";

import classes from "./ConnectionBanner.module.css";

const TOLD_FOR_MS = 2_500;

/** Tells calmly that the server is away, and for a moment that it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isLost = useSyncExternalStore(onConnectionChange, connection) === "lost";
  const isBack = useRecovery(isLost);
  return (
    <div className={classes.place} role="status">
      {isLost && (
        <div className={classes.banner}>
          <Loader size={14} color="currentColor" aria-hidden />
          {t("connection.lost")}
        </div>
      )}
      {isBack && (
        <div className={classes.banner} data-back>
          <IconCheck size={16} aria-hidden />
          {t("connection.back")}
        </div>
      )}
    </div>
  );
}

/** True for a moment after the connection has come back. */
function useRecovery(isLost: boolean): boolean {
  const [told, setTold] = useState({ wasLost: isLost, isBack: false });
  if (told.wasLost !== isLost) setTold({ wasLost: isLost, isBack: !isLost });
  useEffect(() => {
    if (!told.isBack) return;
    const timer = setTimeout(() => setTold((now) => ({ ...now, isBack: false })), TOLD_FOR_MS);
    return () => clearTimeout(timer);
  }, [told.isBack]);
  return told.isBack;
}
