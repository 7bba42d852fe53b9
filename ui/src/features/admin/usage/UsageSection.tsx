import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { CallsTable } from "./CallsTable";
import { NoLlm } from "./NoLlm";
import { isQuiet, useOwnUsage } from "./usage";
import { UsageSummary } from "./UsageSummary";

/** What the department that is open spends on the language model. */
export function UsageSection() {
  const { t } = useTranslation("admin");
  const usage = useOwnUsage();
  return (
    <Stack gap="lg">
      <SectionHeader title={t("sections.usage")} order={1}>
        {t("usage.about")}
      </SectionHeader>
      <Loaded query={usage}>
        {(found) =>
          isQuiet(found) ? (
            <NoLlm />
          ) : (
            <>
              <UsageSummary usage={found} />
              <CallsTable />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
