import "@fontsource-variable/inter";
import "./app/mantine.css";
import "@mantine/notifications/styles.css";
import "./app/page.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app/App";
import { startLanguage } from "./language/language";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
