import { Alert, Button, Center, Overlay, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { signIn } from "@/api/session";
import { Trouble } from "@/pieces/Trouble";

/** The form; `isOver`: laid over the page of somebody whose sign-in has ended while he worked. */
export function SignIn({ isOver = false }: { isOver?: boolean }) {
  const form = (
    <Center mih="100%" p="md">
      <SignInForm isOver={isOver} />
    </Center>
  );
  if (!isOver) return form;
  return (
    <Overlay fixed blur={3} zIndex={1000} backgroundOpacity={0.4}>
      {form}
    </Overlay>
  );
}

function SignInForm({ isOver }: { isOver: boolean }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn(email, password);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper component="form" onSubmit={submit} withBorder shadow="sm" radius="lg" p="xl" w="100%" maw={400}>
      <Stack>
        <div>
          <Title order={1} size="h2">
            {t("product")}
          </Title>
          <Text c="dimmed" size="sm">
            {t("signIn.intro")}
          </Text>
        </div>
        {isOver && <Alert variant="light">{t("signIn.over")}</Alert>}
        <TextInput
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("signIn.password")}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error !== null && <Trouble error={error} />}
        <Button type="submit" loading={isBusy} fullWidth>
          {t("signIn.submit")}
        </Button>
      </Stack>
    </Paper>
  );
}
