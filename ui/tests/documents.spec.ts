import { expect, type Page, test } from "./test";
import type { Say } from "./scene/words";

/** What the server reads, searches, or draws. */
const LONG = { timeout: 60_000 };

test("a person uploads files, asks them, and sees the quoted words on their page", async ({ person, api, say, language, look, axe, guards }) => {
  test.slow();
  guards.allow(/Unprocessable/);
  const mark = `${language}${Date.now()}`;
  const words = (key: string, values?: Record<string, unknown>) => say("documents", key, values);
  const folder = await (await api.post("/api/v1/folders", { data: { name: `Насосы ${mark}` } })).json();
  await person.goto("/documents");

  await expect(person.getByRole("button", { name: folder.name, exact: true })).toBeVisible(LONG);
  const chooser = person.waitForEvent("filechooser");
  await menuOf(person, say, folder.name, "library.uploadHere");
  await (await chooser).setFiles([
    { name: `Pumps ${mark}.pdf`, mimeType: "application/pdf", buffer: pdf(PUMPS.map((line) => line.replace("{mark}", mark))) },
    { name: `Уборка ${mark}.md`, mimeType: "text/markdown", buffer: Buffer.from(`# Уборка ${mark}\n\nПолы моют по понедельникам.\n`) },
    { name: "program.exe", mimeType: "application/octet-stream", buffer: Buffer.from([0x4d, 0x5a, 0, 1, 2, 3, 0xff, 0xfe]) },
  ]);
  const uploads = person.getByRole("region", { name: words("uploads.title") }).first();
  await expect(uploads).toContainText(words("uploads.over"), LONG);
  await expect(uploads).toContainText(words("uploads.keptCount", { count: 2 }));
  await expect(uploads).toContainText(words("uploads.failedCount", { count: 1 }));
  await person.getByRole("button", { name: folder.name, exact: true }).click();
  for (const [name, count] of [[`Pumps ${mark}.pdf`, 2], [`Уборка ${mark}.md`, 1]] as const) {
    const row = person.getByRole("listitem").filter({ hasText: name }).last();
    await expect(row).toContainText(new RegExp(`${words("standing.ready", { count })}|${words("standing.embedding")}`), LONG);
  }
  await look("uploaded", { themes: ["light"] });

  await ask(person, say, `What is the pressure of pump ${mark}?`);
  const quotation = person.getByRole("button", { name: /is 37 bar/ });
  await quotation.click(LONG);
  const page = person.getByRole("region", { name: words("viewer.pageOf", { page: 2, name: `Pumps ${mark}.pdf` }) });
  await expect(page.locator("mark").first()).toBeVisible(LONG);
  await expect(page.getByRole("img")).toBeVisible();
  await look("highlighted");
  await axe();

  await person.reload();
  await expect(page.locator("mark").first()).toBeVisible(LONG);
  await person.keyboard.press("ArrowLeft");
  await expect(person.getByRole("img", { name: words("viewer.pageOf", { page: 1, name: `Pumps ${mark}.pdf` }) })).toBeVisible();
  await person.getByRole("button", { name: words("viewer.close") }).click();

  await person.getByRole("checkbox", { name: words("library.askDocument", { name: `Уборка ${mark}.md` }) }).check();
  await expect(person.getByRole("group", { name: words("scope.label") })).toContainText("Уборка");
  await ask(person, say, language === "ru" ? "Какая зарплата у директора?" : "What is the salary of the director?");
  await expect(person.getByText(words("answer.notFoundAdvice"))).toBeVisible(LONG);
  await api.delete(`/api/v1/folders/${folder.id}?with_contents=true`);
});

test("a person makes a folder, moves a document into it, and deletes both", async ({ person, api, say, language, axe }) => {
  const mark = `${language}${Date.now()}`;
  const words = (key: string, values?: Record<string, unknown>) => say("documents", key, values);
  const name = `Заметка ${mark}.txt`;
  await api.post("/api/v1/documents", { multipart: { files: { name, mimeType: "text/plain", buffer: Buffer.from(`Заметка ${mark}`) } } });
  await person.goto("/documents");
  await person.getByRole("button", { name: words("library.newFolder") }).click();
  await person.getByRole("textbox", { name: words("library.name") }).fill(`Архив ${mark}`);
  await person.getByRole("dialog").getByRole("button", { name: say("frame", "actions.save") }).click();
  const folder = person.getByRole("button", { name: `Архив ${mark}`, exact: true });
  await expect(folder).toBeVisible();

  await menuOf(person, say, name, "library.moveMenu");
  await person.getByRole("dialog").getByRole("combobox").click();
  await person.getByRole("option", { name: `Архив ${mark}` }).click();
  await person.getByRole("dialog").getByRole("button", { name: words("library.move") }).click();
  await expect(person.getByRole("dialog")).toBeHidden();
  await folder.click();
  await expect(folder).toHaveAttribute("aria-expanded", "true");
  await person.reload();
  await expect(person.getByText(name)).toBeVisible();
  await axe();

  await menuOf(person, say, `Архив ${mark}`, "actions.delete", "frame");
  await expect(person.getByRole("dialog")).toContainText(words("library.documentsInside", { count: 1 }));
  await person.getByRole("dialog").getByRole("button", { name: say("frame", "actions.delete") }).click();
  await expect(folder).toBeHidden();
  await expect(person.getByText(name)).toBeHidden();
});

test("on a telephone one goes from the documents to the answer to the page, and back", async ({ person, say, look, axe }) => {
  const words = (key: string, values?: Record<string, unknown>) => say("documents", key, values);
  await person.setViewportSize({ width: 390, height: 844 });
  await person.goto("/documents");
  await person.getByRole("button", { name: words("library.open") }).click();
  await expect(person.getByRole("dialog", { name: words("library.title") })).toBeVisible();
  await person.goBack();
  await expect(person.getByRole("dialog", { name: words("library.title") })).toBeHidden();
  await ask(person, say, "Какую неустойку уплачивает заказчик за просрочку оплаты?");
  await person.getByRole("button", { name: /неустойку/ }).first().click(LONG);
  const viewer = person.getByRole("dialog", { name: words("viewer.title") });
  await expect(viewer.locator("mark").first()).toBeVisible(LONG);
  await look("telephone", { widths: [390] });
  await axe();
  await viewer.getByRole("button", { name: words("viewer.find") }).click();
  await viewer.getByRole("textbox", { name: words("viewer.find") }).fill("подрядчик");
  await expect(viewer.getByRole("status").filter({ hasText: /\d+ \S+ \d+/ })).toBeVisible();
  await person.goBack();
  await expect(viewer).toBeHidden();
});

async function ask(person: Page, say: Say, question: string): Promise<void> {
  await person.getByRole("textbox", { name: say("chat", "composer.label") }).fill(question);
  await person.keyboard.press("Enter");
}

/** Something from the menu of a document or a folder. */
async function menuOf(person: Page, say: Say, name: string, deed: string, room = "documents"): Promise<void> {
  await person.getByRole("button", { name: say("documents", "library.menu", { name }) }).click();
  await person.getByRole("menuitem", { name: say(room, deed) }).click();
}

const PUMPS = ["This manual tells about pumps and about nothing else.", "The pressure of pump {mark} is 37 bar at full load."];

/** A PDF of a page for each line. */
function pdf(lines: string[]): Buffer {
  const kids = lines.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...lines.flatMap((line, index) => {
      const content = `BT /F1 12 Tf 60 760 Td (${line}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return Buffer.from(`%PDF-1.4\n${objects.map((text, index) => `${index + 1} 0 obj\n${text}\nendobj\n`).join("")}trailer << /Root 1 0 R >>\n`);
}
