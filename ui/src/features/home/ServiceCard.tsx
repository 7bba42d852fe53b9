import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconDatabase, IconFileText, IconListCheck, type Icon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Mode } from "@/api/me";
import { day } from "@/language/numbers";

import classes from "./home.module.css";
import { type Recent, useRecent } from "./recent";

type Door = { to: "/nomenclature" | "/database" | "/documents"; begin: Record<string, number>; icon: Icon };

const doors: Record<Mode, Door> = {
  nomenclature: { to: "/nomenclature", begin: { new: 1 }, icon: IconListCheck },
  databases: { to: "/database", begin: {}, icon: IconDatabase },
  documents: { to: "/documents", begin: {}, icon: IconFileText },
};

/** One service: what it is for, the button that begins the work, and what was worked on last. */
export function ServiceCard({ mode }: { mode: Mode }) {
  const { t } = useTranslation("home");
  const { to, begin, icon: ServiceIcon } = doors[mode];
  const recent = useRecent(mode).data ?? [];
  return (
    <Card component="section" aria-labelledby={`service-${mode}`} withBorder padding="lg" className={classes.card ?? ""}>
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" size={36} radius="md" aria-hidden>
          <ServiceIcon size={20} stroke={1.6} />
        </ThemeIcon>
        <Title order={2} size="h4" id={`service-${mode}`}>
          {t(`services.${mode}.title`)}
        </Title>
      </Group>
      <Text size="sm" mt="sm" mb="md">
        {t(`services.${mode}.purpose`)}
      </Text>
      <Button renderRoot={(props) => <Link to={to} search={begin as never} {...props} />} className={classes.begin ?? ""}>
        {t(`services.${mode}.begin`)}
      </Button>
      {recent.length > 0 && <RecentList mode={mode} to={to} recent={recent} />}
    </Card>
  );
}

function RecentList({ mode, to, recent }: { mode: Mode; to: Door["to"]; recent: Recent[] }) {
  const { t } = useTranslation("home");
  return (
    <Stack gap={2} mt="md">
      <Text size="xs" c="dimmed" fw={600} id={`recent-${mode}`}>
        {t(`services.${mode}.recent`)}
      </Text>
      <ul className={classes.recent} aria-labelledby={`recent-${mode}`}>
        {recent.map(({ id, title, beganAt, search }) => (
          <li key={id}>
            <Link to={to} search={search as never} className={classes.link ?? ""}>
              <span className={classes.title}>{title}</span>
              <span className={classes.day}>{day(beganAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
