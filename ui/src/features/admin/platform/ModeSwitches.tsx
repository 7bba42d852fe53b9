import { Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { allModes, useModeSwitch, useTenantModes } from "./tenants";

/** The services of a department; switching one off loses nothing that was made with it. */
export function ModeSwitches({ tenantId }: { tenantId: number }) {
  const { t } = useTranslation("admin");
  const modes = useTenantModes(tenantId);
  const switching = useModeSwitch(tenantId);
  return (
    <Stack gap="sm">
      <SectionHeader title={t("tenants.modes")}>
        {t("tenants.modesAbout")}
      </SectionHeader>
      <Loaded query={modes}>
        {(found) =>
          allModes.map((mode) => (
            <Switch
              key={mode}
              label={t(`modes.${mode}`)}
              description={t(`modesAbout.${mode}`)}
              checked={found.modes.includes(mode)}
              disabled={switching.isBusy && switching.input?.mode === mode}
              onChange={(event) => switching.doNow({ mode, isOn: event.currentTarget.checked })}
            />
          ))
        }
      </Loaded>
    </Stack>
  );
}
