import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";

import { Unreachable } from "@/api/problems";
import { hasBeenSignedIn, isPageLeaving, isSignedIn, onSessionChange, resume } from "@/api/session";
import { SignIn } from "@/features/sign-in/SignIn";

import { ConnectionBanner } from "./ConnectionBanner";
import { router } from "./router";
import { ServerAway } from "./ServerAway";

const ASK_AGAIN_MS = 2_000;

/** Who is not signed in sees the sign-in, over whatever was open, which stays as it was. */
export function Entrance() {
  const opening = useOpening();
  const signedIn = useSyncExternalStore(onSessionChange, isSignedIn);
  const isLeaving = useSyncExternalStore(onSessionChange, isPageLeaving);
  if (opening === "asking" || isLeaving) return null;
  if (opening === "away") return <ServerAway />;
  if (!signedIn && !hasBeenSignedIn()) return <SignIn />;
  return (
    <>
      <ConnectionBanner />
      <RouterProvider router={router} />
      {!signedIn && <SignIn isOver />}
    </>
  );
}

/** Goes on with the sign-in of this browser, as soon as the server can be asked for it. */
function useOpening(): "asking" | "away" | "open" {
  const [opening, setOpening] = useState<"asking" | "away" | "open">("asking");
  useEffect(() => {
    let isGone = false;
    async function open() {
      try {
        await resume();
      } catch (error) {
        if (error instanceof Unreachable && !isGone) {
          setOpening("away");
          setTimeout(() => void open(), ASK_AGAIN_MS);
          return;
        }
      }
      if (!isGone) setOpening("open");
    }
    void open();
    return () => {
      isGone = true;
    };
  }, []);
  return opening;
}
