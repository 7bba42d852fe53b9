// Loaded before anything is painted, so that whoever has chosen another theme than the system's sees no flash of it.
// A file of its own: nothing that stands in the document may run. Mantine keeps the choice, and sets the same later.
(function () {
  var chosen = localStorage.getItem("mantine-color-scheme-value");
  var system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  var theme = chosen === "light" || chosen === "dark" ? chosen : system;
  document.documentElement.setAttribute("data-mantine-color-scheme", theme);
})();
