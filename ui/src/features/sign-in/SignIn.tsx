import { Center, FocusTrap, Overlay } from "@mantine/core";
import type { FocusEvent } from "react";

import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm";

/** Who is asked to sign in; `isOver`: over the page of somebody whose sign-in has ended while he worked. */
export function SignIn({ isOver = false }: { isOver?: boolean }) {
  if (!isOver) {
    return (
      <main className={classes.page}>
        <SignInForm />
      </main>
    );
  }
  return (
    <Overlay fixed blur={3} zIndex={1000} backgroundOpacity={0.4} className={classes.over ?? ""}>
      <FocusTrap>
        <Center mih="100%" p="md" onFocusCapture={keepEscape}>
          <SignInForm isOver />
        </Center>
      </FocusTrap>
    </Overlay>
  );
}

/** Mantine's mark: Escape pressed here closes no dialog that lies below with what was typed into it. */
function keepEscape({ target }: FocusEvent): void {
  target.setAttribute("data-mantine-stop-propagation", "true");
}
