import { Box, Flex, NavLink, Select, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMe, useModes, useTenant } from "@/api/me";
import { Loaded, Waiting } from "@/pieces/Loaded";

import { ClosedSection } from "./ClosedSection";
import { searchOf, usePlace } from "./place";
import { Section } from "./Section";
import { chosenSection, type SectionGroup, type SectionName, sectionsFor, type Viewer } from "./sections";
import "./words";

/** Everything that is set up rather than worked with; each sees the sections that are his. */
export function AdminPage() {
  const me = useMe();
  const tenant = useTenant();
  const modes = useModes();
  const { section } = usePlace();
  return (
    <Loaded query={me}>
      {({ is_platform_admin: isPlatformAdmin }) => {
        if (tenant && !modes) return <Waiting lines={6} />;
        return <Layout viewer={{ isPlatformAdmin, role: tenant?.role ?? null, modes: modes ?? [] }} wanted={section} />;
      }}
    </Loaded>
  );
}

function Layout({ viewer, wanted }: { viewer: Viewer; wanted: unknown }) {
  const groups = sectionsFor(viewer);
  const section = chosenSection(groups, wanted);
  return (
    <Flex direction={{ base: "column", md: "row" }} gap={{ base: "md", md: "xl" }} align={{ base: "stretch", md: "flex-start" }}>
      <SideNavigation groups={groups} section={section} />
      <NarrowNavigation groups={groups} section={section} />
      <Box flex={1} miw={0} maw={1080}>
        {section ? <Section name={section} /> : <ClosedSection name={wanted as SectionName} viewer={viewer} />}
      </Box>
    </Flex>
  );
}

type NavigationProps = { groups: SectionGroup[]; section: SectionName | null };

function SideNavigation({ groups, section }: NavigationProps) {
  const { t } = useTranslation("admin");
  return (
    <Box component="nav" aria-label={t("title")} w={200} visibleFrom="md" style={{ flexShrink: 0 }}>
      {groups.map((group) => (
        <Box key={group.name} mb="md">
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
            {t(`groups.${group.name}`)}
          </Text>
          {group.sections.map((name) => (
            <NavLink
              key={name}
              renderRoot={(props) => <Link to="/admin" search={searchOf(name)} {...props} />}
              label={t(`sections.${name}`)}
              active={name === section}
              {...(name === section ? { "aria-current": "page" as const } : {})}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function NarrowNavigation({ groups, section }: NavigationProps) {
  const { t } = useTranslation("admin");
  const { open } = usePlace();
  return (
    <Select
      hiddenFrom="md"
      aria-label={t("title")}
      placeholder={t("title")}
      value={section}
      onChange={(name) => name && open(name as SectionName)}
      allowDeselect={false}
      data={groups.map((group) => ({
        group: t(`groups.${group.name}`),
        items: group.sections.map((name) => ({ value: name, label: t(`sections.${name}`) })),
      }))}
    />
  );
}
