import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";

import { Unreachable } from "@/api/problems";
import { hasBeenSignedIn, isSignedIn, onSessionChange, resume } from "@/api/session";
import { SignIn } from "@/features/sign-in/SignIn";

import { router } from "./router";
import { theme } from "./theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => error instanceof Unreachable && failures < 5, staleTime: 5_000 },
  },
});

/** The whole page: who is not signed in sees the sign-in over whatever was open, which stays as it was. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queries}>
        <Entrance />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Entrance() {
  const [isAsked, setAsked] = useState(false);
  const signedIn = useSyncExternalStore(onSessionChange, isSignedIn);

  useEffect(() => {
    resume()
      .catch(() => undefined)
      .finally(() => setAsked(true));
  }, []);

  if (!isAsked) return null;
  if (!signedIn && !hasBeenSignedIn()) return <SignIn />;
  return (
    <>
      <RouterProvider router={router} />
      {!signedIn && <SignIn isOver />}
    </>
  );
}
