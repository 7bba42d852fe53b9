import { configure } from "@testing-library/react";

// What is waited for comes late on a machine busy with other work.
configure({ asyncUtilTimeout: 15_000 });

// What a browser has and jsdom, which lays nothing out, does not.
Element.prototype.scrollTo ??= () => undefined;
Element.prototype.scrollIntoView ??= () => undefined;
window.scrollTo = () => undefined;
if (!("fonts" in document)) {
  const fonts = Object.assign(new EventTarget(), { ready: Promise.resolve(), status: "loaded" });
  Object.defineProperty(document, "fonts", { value: fonts, configurable: true });
}
