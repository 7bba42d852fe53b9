import { Box, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Me, type Mode, useMe, useModes } from "@/api/me";
import { Loaded, Waiting } from "@/pieces/Loaded";

import { NoServices } from "./NoServices";
import { ServiceCard } from "./ServiceCard";
import "./words";

const ORDER: readonly Mode[] = ["nomenclature", "databases", "documents"];

/** The first page: what can be done here, how to begin, and what was worked on last. */
export function HomePage() {
  const me = useMe();
  return <Loaded query={me}>{(somebody) => <Home me={somebody} />}</Loaded>;
}

function Home({ me }: { me: Me }) {
  const modes = useModes();
  if (me.current_tenant_id === null) return <NoServices isPlatformAdmin={me.is_platform_admin} />;
  if (!modes) return <Waiting lines={5} />;
  if (modes.length === 0) return <NoServices isPlatformAdmin={me.is_platform_admin} />;
  return <Services name={firstName(me.full_name)} modes={ORDER.filter((mode) => modes.includes(mode))} />;
}

function Services({ name, modes }: { name: string | null; modes: Mode[] }) {
  const { t } = useTranslation("home");
  return (
    <Box maw={1120} mx="auto" py={{ base: 0, sm: "lg" }}>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {name ? t("named", { name }) : t("title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("intro")}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, md: modes.length }} spacing="md" verticalSpacing={0}>
          {modes.map((mode) => (
            <ServiceCard key={mode} mode={mode} />
          ))}
        </SimpleGrid>
      </Stack>
    </Box>
  );
}

function firstName(fullName: string | null): string | null {
  return fullName?.trim().split(/\s+/)[0] || null;
}
