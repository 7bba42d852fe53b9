import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { connection, onConnectionChange } from "@/api/connection";
import { Unreachable } from "@/api/problems";
import { signIn } from "@/api/session";

import { LanguageChoice } from "./LanguageChoice";
import { SignInTrouble } from "./SignInTrouble";
import { clock, useCountdown, waitOf } from "./waiting";

/** The form; `isOver`: of somebody whose sign-in has ended while he worked. */
export function SignInForm({ isOver = false }: { isOver?: boolean }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useTrouble();
  const [waitSeconds, setWaitSeconds] = useCountdown();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn(email.trim(), password);
    } catch (caught) {
      setError(caught);
      setWaitSeconds(waitOf(caught));
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
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            setWaitSeconds(0); // whoever else it is has not tried too often
          }}
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
        <SignInTrouble error={error} isWaiting={waitSeconds > 0} />
        {waitSeconds > 0 ? (
          <Button disabled c="var(--mantine-color-text)" fullWidth>
            {t("signIn.wait", { time: clock(waitSeconds) })}
          </Button>
        ) : (
          <Button type="submit" loading={isBusy} fullWidth>
            {t("signIn.submit")}
          </Button>
        )}
        <Text size="xs" c="dimmed">
          {t("signIn.forgotten")}
        </Text>
        <LanguageChoice />
      </Stack>
    </Paper>
  );
}

/** What went wrong last; that the server did not answer is over when it answers. */
function useTrouble(): [unknown, (error: unknown) => void] {
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    return onConnectionChange(() => {
      if (connection() === "reached") setError((now: unknown) => (now instanceof Unreachable ? null : now));
    });
  }, []);
  return [error, setError];
}
