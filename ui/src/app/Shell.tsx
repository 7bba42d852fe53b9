import { AppShell, Box, Burger, Group, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { HeaderMenu } from "./HeaderMenu";
import { Navigation } from "./Navigation";
import { ServiceGate } from "./ServiceGate";
import classes from "./Shell.module.css";
import { TenantChoice } from "./TenantChoice";
import { useArrival } from "./useArrival";
import { useRoleNotice } from "./useRoleNotice";
import { useTitle } from "./useTitle";

const MAIN = "main";

/** What stands around every page: where to go, which department, who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const path = useLocation({ select: (location) => location.pathname });
  const main = useRef<HTMLElement>(null);
  useEffect(close, [path, close]);
  useTitle(path);
  useRoleNotice();
  useArrival(path, main);

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding={{ base: "sm", sm: "md" }}
    >
      <SkipLink onSkip={() => main.current?.focus()} />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-expanded={isOpen}
              aria-label={isOpen ? t("navigation.close") : t("navigation.open")}
            />
            <UnstyledButton fw={700} fz="lg" title={t("navigation.home")} renderRoot={(props) => <Link to="/" {...props} />}>
              {t("product")}
            </UnstyledButton>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Box visibleFrom="sm">
              <TenantChoice />
            </Box>
            <HeaderMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes.navbar ?? ""} mod={{ open: isOpen }}>
        <Box hiddenFrom="sm" className={classes.narrowChoice ?? ""}>
          <TenantChoice />
        </Box>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN} ref={main} tabIndex={-1}>
        <ServiceGate path={path}>
          <Outlet />
        </ServiceGate>
      </AppShell.Main>
    </AppShell>
  );
}

function SkipLink({ onSkip }: { onSkip: () => void }) {
  const { t } = useTranslation();

  function skip(event: MouseEvent) {
    event.preventDefault(); // the address stays as it is
    onSkip();
  }

  return (
    <a href={`#${MAIN}`} className="skip-link" onClick={skip}>
      {t("navigation.skip")}
    </a>
  );
}
