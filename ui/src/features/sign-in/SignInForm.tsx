import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { signIn } from "@/api/session";
import { Trouble } from "@/pieces/Trouble";

import { LanguageChoice } from "./LanguageChoice";

/** The form; `isOver`: of somebody whose sign-in has ended while he worked. */
export function SignInForm({ isOver = false }: { isOver?: boolean }) {
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
      await signIn(email.trim(), password);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper
      component="form"
      onSubmit={(event) => void submit(event)}
      aria-labelledby="sign-in-title"
      {...(isOver ? { role: "dialog", "aria-modal": true } : {})}
      withBorder
      shadow="sm"
      radius="lg"
      p={{ base: "lg", sm: "xl" }}
      w="100%"
      maw={400}
    >
      <Stack>
        <div>
          <Title order={1} size="h2" id="sign-in-title">
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
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("signIn.password")}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.show"), tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error !== null && <Trouble error={error} />}
        <Button type="submit" loading={isBusy} fullWidth>
          {t("signIn.submit")}
        </Button>
        <Text size="xs" c="dimmed">
          {t("signIn.forgotten")}
        </Text>
        <LanguageChoice />
      </Stack>
    </Paper>
  );
}
