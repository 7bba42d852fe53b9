import { Alert } from "@mantine/core";
import { IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";
import { useTroubleWords } from "@/pieces/useTroubleWords";

import { waitOf } from "./waiting";

/** Why nobody is signed in yet; that one has to wait is told as long as one has to. */
export function SignInTrouble({ error, isWaiting }: { error: unknown; isWaiting: boolean }) {
  const { t } = useTranslation();
  const wordsOf = useTroubleWords();
  if (error === null) return null;
  if (waitOf(error) === 0) return <Trouble error={error} />;
  return (
    isWaiting && (
      <Alert color="yellow" variant="light" icon={<IconHourglass />} title={wordsOf(error).title} role="alert">
        {t("signIn.tooMany")}
      </Alert>
    )
  );
}
