// Tries review sheets in a browser: what a click and a key show, that nothing is fetched and that
// nothing complains.
//
//     cargo build -p phuluc-cli && node tests/review/browser.mjs
//
// CHROMIUM names the browser (/usr/bin/chromium), PHULUC the command (target/debug/phuluc). With
// `--pictures FOLDER` it keeps a screenshot of each sheet. Needs Node and Chromium, and no package:
// it talks to the browser over a pipe.

import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const phuluc = process.env.PHULUC ?? join(target, "debug/phuluc");
const at = process.argv.indexOf("--pictures");
const pictures = at < 0 ? null : process.argv[at + 1];
const folder = mkdtempSync(join(tmpdir(), "phuluc-review-"));

let failures = 0;
function check(holds, what) {
  console.log(`${holds ? "ok    " : "FAILED"} ${what}`);
  if (!holds) failures += 1;
}

// A browser that takes commands on one pipe and answers on another.
class Browser {
  constructor() {
    const flags = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      `--user-data-dir=${join(folder, "profile")}`, "--window-size=1500,900", "about:blank",
    ];
    this.process = spawn(chromium, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.process.on("error", (error) => { console.error(`${chromium}: ${error.message}`); process.exit(1); });
    this.process.on("exit", () => { if (!this.closing) { console.error("the browser ended"); process.exit(1); } });
    this.waiting = new Map();
    this.events = [];
    this.next = 1;
    let rest = "";
    this.process.stdio[4].on("data", (data) => {
      const parts = (rest + data).split("\0");
      rest = parts.pop();
      for (const part of parts) this.take(JSON.parse(part));
    });
  }

  take(message) {
    const waiting = this.waiting.get(message.id);
    if (!waiting) { this.events.push(message); return; }
    this.waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(JSON.stringify(message.error)));
    else waiting.resolve(message.result);
  }

  send(method, params = {}) {
    const id = this.next++;
    const message = { id, method, params, sessionId: this.session };
    this.process.stdio[3].write(JSON.stringify(message) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  async open(file) {
    this.session = undefined;
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    this.session = sessionId;
    this.events = [];
    const size = { width: 1500, height: 900, deviceScaleFactor: 1, mobile: false };
    await this.send("Emulation.setDeviceMetricsOverride", size);
    for (const part of ["Page", "Runtime", "Log", "Network"]) await this.send(`${part}.enable`);
    await this.send("Page.navigate", { url: pathToFileURL(file).href });
    await this.until("document.readyState === 'complete' && location.protocol === 'file:'");
  }

  async run(expression) {
    const answer = await this.send("Runtime.evaluate", { expression, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  }

  async until(expression) {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await this.run(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never true: ${expression}`);
  }

  async key(key) {
    const codes = { Enter: 13, Escape: 27, Tab: 9 };
    const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
    const params = { key, text, windowsVirtualKeyCode: codes[key] };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...params });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...params });
  }

  // A click of the pointer on the middle of an element, which must be in sight.
  async click(selector) {
    const place = await this.run(`(() => {
      const found = document.querySelector(${JSON.stringify(selector)});
      found.scrollIntoView({ block: "center" });
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 40), y: top + Math.min(height / 2, 8) };
    })()`);
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
    }
  }

  async picture(name) {
    if (!pictures) return;
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(join(pictures, `${name}.png`), Buffer.from(data, "base64"));
  }

  // What was fetched besides the sheet itself, and what was complained about.
  noise() {
    const of = (method) => this.events.filter((event) => event.method === method).map((e) => e.params);
    const urls = of("Network.requestWillBeSent").map((sent) => sent.request.url);
    const fetched = urls.filter((url) => !url.startsWith("data:")).slice(1);
    const said = [
      ...of("Runtime.consoleAPICalled").map((call) => call.args.map((arg) => arg.value).join(" ")),
      ...of("Runtime.exceptionThrown").map((thrown) => thrown.exceptionDetails.text),
      ...of("Log.entryAdded").map((added) => added.entry.text),
    ];
    return { fetched, said };
  }
}

function sheet(input, name) {
  const file = join(folder, `${name}.html`);
  execFileSync(phuluc, ["convert", input, "--quiet", "-o", file], { stdio: "inherit" });
  return file;
}

function quiet(browser, name) {
  const { fetched, said } = browser.noise();
  check(fetched.length === 0, `${name}: nothing is fetched ${fetched}`);
  check(said.length === 0, `${name}: nothing is complained about ${said}`);
}

// The rows and cells of the boxes that are lit, and of the cells.
const LIT = `JSON.stringify([...document.querySelectorAll(".box.on")].map((box) => [box.dataset.r, box.dataset.f]))`;
const ROW_ON = `(document.querySelector(".row.on") ?? { id: null }).id`;

async function aPdf(browser) {
  const file = sheet(join(root, "fixtures/pdf/ruled-libreoffice-spans.pdf"), "pdf");
  await browser.open(file);
  const broken = `[...document.images].filter((image) => !image.complete || image.naturalWidth === 0).length`;
  check((await browser.run("document.images.length")) === 2, "pdf: two pages are pictures");
  check((await browser.run(broken)) === 0, "pdf: the pictures can be shown");

  const row = await browser.run(`document.querySelectorAll(".row.task")[2].id`);
  const number = row.slice(1);
  await browser.click(`#${row} td[data-f="lead_unit"]`);
  check((await browser.run(LIT)) === JSON.stringify([[number, "lead_unit"]]), "pdf: a click on a cell lights its box");
  const inSight = `(() => {
    const box = document.querySelector(".box.on").getBoundingClientRect();
    const page = document.querySelector(".box.on").closest(".page").getBoundingClientRect();
    return box.top >= page.top && box.bottom <= page.bottom && box.bottom < innerHeight && box.top > 0;
  })()`;
  check(await browser.run(inSight), "pdf: the box is in sight");

  // The words of the picture that the box covers are those of the cell: its place is that of the row.
  const other = await browser.run(`document.querySelectorAll(".row.task")[5].id`);
  await browser.click(`.box[data-r="${other.slice(1)}"][data-f="lead_unit"]`);
  check((await browser.run(ROW_ON)) === other, "pdf: a click on a box shows its record");
  check((await browser.run("document.activeElement.id")) === other, "pdf: the record has the focus");
  await browser.picture("pdf");

  await browser.key("j");
  const next = await browser.run(`document.querySelectorAll(".row.task")[6].id`);
  check((await browser.run(ROW_ON)) === next, "pdf: j goes to the next record");
  await browser.key("k");
  check((await browser.run(ROW_ON)) === other, "pdf: k goes back");

  await browser.run(`document.querySelector(".boxes").focus()`);
  await browser.key("Enter");
  const first = await browser.run(`document.querySelector(".boxes").dataset.r`);
  check((await browser.run(ROW_ON)) === `r${first}`, "pdf: Enter on a box shows its record");
  quiet(browser, "pdf");
}

async function aText(browser) {
  await browser.open(sheet(join(root, "fixtures/text/ben-thanh-2024.txt"), "text"));
  const focused = `[...document.querySelectorAll("[data-stop]")].indexOf(document.activeElement)`;
  await browser.key("n");
  check((await browser.run(focused)) === 0, "text: n focuses the first doubt");
  await browser.key("n");
  check((await browser.run(focused)) === 1, "text: n goes to the next doubt");
  const same = `document.activeElement.closest(".row") === document.querySelector(".row.on")`;
  check(await browser.run(same), "text: its record is the one that is lit");
  const lit = `[...document.querySelectorAll(".box.on")].some((box) => box.querySelector(".found"))`;
  check(await browser.run(lit), "text: the doubted word is lit in its line");
  await browser.picture("text");
  await browser.key("p");
  check((await browser.run(focused)) === 0, "text: p goes back");
  await browser.key("p");
  const last = await browser.run(`document.querySelectorAll("[data-stop]").length - 1`);
  check((await browser.run(focused)) === last, "text: p goes round to the last doubt");

  await browser.key("?");
  check(await browser.run(`document.querySelector(".help").open`), "text: ? shows help");
  await browser.key("n");
  check((await browser.run(focused)) !== 0, "text: keys wait while help is shown");
  await browser.key("?");
  check(!(await browser.run(`document.querySelector(".help").open`)), "text: ? hides help");
  quiet(browser, "text");
}

async function anAttack(browser) {
  const input = join(folder, "attack.txt");
  const evil = `<script>document.title="x"</script><img src=http://127.0.0.1:9/x onerror=alert(1)>`;
  const lines = [
    "TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian",
    `1\tRà soát ${evil}\tPhòng Tư pháp\tQuý II`,
    `2\tBáo cáo "' onclick='alert(1)\tPhòng Nội vụ\tTháng 6`,
  ];
  writeFileSync(input, lines.join("\n") + "\n");
  await browser.open(sheet(input, "attack"));
  const text = await browser.run(`document.querySelector('td[data-f="task"]').firstChild.textContent`);
  check(text === `Rà soát ${evil}`, "attack: the markup of a stranger is shown as text");
  check((await browser.run(`document.scripts.length`)) === 1, "attack: there is one script");
  check((await browser.run(`document.images.length`)) === 0, "attack: there is no image");
  quiet(browser, "attack");

  // What would run if escaping ever failed is stopped by the policy.
  await browser.run(`document.body.insertAdjacentHTML("beforeend", '<img src="http://127.0.0.1:9/y" onerror="document.title=1">')`);
  await browser.run(`(() => { const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s); })()`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  check((await browser.run("window.ran")) === undefined, "attack: the policy stops scripts");
  const { said } = browser.noise();
  check(said.some((line) => line.includes("Content Security Policy")), "attack: the policy stops images from elsewhere");
}

const browser = new Browser();
try {
  for (const trial of [aPdf, aText, anAttack]) await trial(browser);
} catch (error) {
  console.error(error);
  failures += 1;
}
browser.closing = true;
browser.process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  console.log(failures === 0 ? "all is well" : `${failures} FAILED`);
  process.exit(failures === 0 ? 0 : 1);
});
browser.process.kill();
