// Runs pa11y with both of its engines over pages in one browser: node pa11y.cjs FOLDER-OF-TOOLS CHROMIUM PAGE...
// Prints {page: [issue]} as JSON.
const [tools, chromium, ...pages] = process.argv.slice(2);
const load = require("module").createRequire(`${tools}/`);
const pa11y = load("pa11y");
const puppeteer = load("puppeteer");

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
  const found = {};
  for (const page of pages) {
    const options = { browser, standard: "WCAG2AA", runners: ["axe", "htmlcs"], timeout: 120000 };
    found[page] = (await pa11y(page, options)).issues;
  }
  await browser.close();
  process.stdout.write(JSON.stringify(found));
})().catch((fault) => {
  process.stderr.write(`${fault.stack}\n`);
  process.exit(1);
});
