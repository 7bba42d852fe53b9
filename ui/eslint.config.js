import boundaries from "eslint-plugin-boundaries";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The floors of the page, as the server has them: a feature knows no other, and what is below knows none above. */
const floors = [
  { type: "door", pattern: "src/app" },
  { type: "feature", pattern: "src/features/*", capture: ["name"] },
  { type: "chat", pattern: "src/chat" },
  { type: "pieces", pattern: "src/pieces" },
  { type: "api", pattern: "src/api" },
  { type: "language", pattern: "src/language" },
];

const ground = ["pieces", "api", "language"];
const below = {
  door: ["door", "feature", "chat", ...ground],
  feature: ["chat", ...ground],
  chat: ["chat", ...ground],
  pieces: ground,
  api: ["api", "language"],
  language: ["language"],
};

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/schema.d.ts", "test-results"] },
  ...tseslint.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries, "react-hooks": hooks },
    settings: {
      "boundaries/elements": floors,
      "import/resolver": { typescript: true },
    },
    rules: {
      ...hooks.configs.recommended.rules,
      "max-lines": ["error", 300],
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(below).map(([from, types]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: types } } },
          })),
        },
      ],
    },
  },
);
