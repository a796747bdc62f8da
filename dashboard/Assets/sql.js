// The page for SQL: running and cancelling, the result as a grid, charts, downloads, saved queries.
import { Grid } from "/grid.js";
import { bundledEditor, plainEditor } from "/sql-text.js";

const isEnglish = document.documentElement.lang === "en";
const say = (chinese, english) => (isEnglish ? english : chinese);
const byId = (id) => document.getElementById(id);
const root = byId("sql");
const text = byId("sql-text");
const state = byId("sql-state");
const runButton = byId("sql-run");
const cancelButton = byId("sql-cancel");
const resultPart = byId("sql-result");
const api = "/api/v1/queries";

// What the page and the server have of the query that runs, and of the one that is shown.
let running = null;
let shown = null;
let latest = null;
const keys = { onRun: run, onCancel: cancel, onSave: openSave, onChange: changed };
let editor = plainEditor(text, keys);

const isDark = () => getComputedStyle(document.documentElement).colorScheme.includes("dark");

function make(tag, words, className) {
  const element = document.createElement(tag);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

async function ask(path, options = {}) {
  const answer = await fetch(path, options.body ? { ...options, headers: { "Content-Type": "application/json", Accept: "application/json" } } : options);
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw Object.assign(new Error(problem.detail ?? say("服务没有应答。", "The server does not answer.")), { problem });
}

// ---- Parameters: a field for every $name of the text.

const fields = byId("sql-fields");
const known = {};

function names(sql) {
  const bare = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  return [...new Set([...bare.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)].map((found) => found[1]))];
}

// Given values win over what stands in the fields, and both stay while the text is written.
function showFields(values = {}) {
  const wanted = names(editor.value);
  Object.assign(known, fieldValues(), values);
  if (wanted.join() === [...fields.querySelectorAll("input")].map((input) => input.name).join()) {
    for (const input of fields.querySelectorAll("input")) input.value = known[input.name] ?? "";
    return;
  }
  fields.replaceChildren(
    ...wanted.map((name) => {
      const label = make("label", labels[name] ?? `$${name}`);
      const input = make("input");
      input.name = name;
      input.value = known[name] ?? "";
      input.autocomplete = "off";
      input.title = say("整数按数字传入；加单引号的按文字", "whole numbers go as numbers; in single quotes as text");
      label.append(input);
      return label;
    }),
  );
  fields.hidden = wanted.length === 0;
}

// '2024' is text, 2024 a number.
function valueOf(words) {
  if (/^'.*'$/s.test(words)) return words.slice(1, -1);
  return /^-?(0|[1-9][0-9]{0,14})$/.test(words) ? Number(words) : words;
}

const fieldValues = () => Object.fromEntries([...fields.querySelectorAll("input")].map((input) => [input.name, input.value]));
const parameters = (sql) => Object.fromEntries(Object.entries(fieldValues()).filter(([name]) => names(sql).includes(name)).map(([name, value]) => [name, valueOf(value)]));

const labels = JSON.parse(root.dataset.labels ?? "{}");
const saved = root.dataset.saved ?? "";
const savedText = text.value;

function changed() {
  showFields();
  if (!saved) sessionStorage.setItem("sql", editor.value);
}

// The address always leads back to what is shown: the saved query with its values.
function writeAddress() {
  if (!saved || editor.value !== savedText) return;
  const query = new URLSearchParams(Object.entries(fieldValues()).map(([name, value]) => [`p.${name}`, value]));
  history.replaceState(null, "", `/sql/${encodeURIComponent(saved)}${query.size ? `?${query}` : ""}`);
}

// ---- Running.

function tell(words, kind = "") {
  state.textContent = words;
  state.dataset.kind = kind;
}

const seconds = (milliseconds) => (milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

async function run() {
  if (running) await cancel();
  const selected = editor.selection();
  const isPart = selected.text.trim() !== "";
  const sql = isPart ? selected.text : editor.value;
  if (!sql.trim()) return tell(say("请先写一条 SELECT，或从左边选一个示例。", "Write a SELECT, or choose an example."), "fault");
  writeAddress();
  editor.mark(null);
  const question = {
    sql,
    parameters: parameters(sql),
    form: byId("sql-form").value,
    rows: Number(byId("sql-rows").value),
    seconds: Number(byId("sql-seconds").value),
  };
  latest = question;
  // Nobody shall take the rows of the query before for those of this one; of quick ones there is no time to.
  const outdate = () => resultPart.classList.toggle("old", shown?.question !== latest);
  const slow = setTimeout(outdate, 400);
  await watch(question, async (id) => {
    const result = await ask(`${api}/${id}`);
    show(id, question, result);
  }, isPart ? selected : { line: 1, column: 1 });
  clearTimeout(slow);
  outdate();
}

// Asks, tells how it goes, and hands over the id when it is done. start: where in the editor the question begins.
async function watch(question, done, start) {
  const mine = { id: null, started: performance.now() };
  running = mine;
  runButton.disabled = true;
  cancelButton.disabled = false;
  let position = null;
  const tick = () => running === mine && tell(position ? say(`排队中，前面还有 ${position - 1} 个，已等 ${seconds(performance.now() - mine.started)}`, `queued, ${position - 1} before it, ${seconds(performance.now() - mine.started)}`) : say(`正在查询，已 ${seconds(performance.now() - mine.started)}`, `running, ${seconds(performance.now() - mine.started)}`), "busy");
  const clock = setInterval(tick, 200);
  tick();
  try {
    let answer = await ask(api, { method: "POST", body: JSON.stringify({ ...question, wait: 0, via: "page" }) });
    mine.id = answer.id;
    // Given up before the server had told its id.
    if (running !== mine) await fetch(`${api}/${mine.id}`, { method: "DELETE" });
    while (running === mine && (answer.state === "queued" || answer.state === "running")) {
      position = answer.position;
      answer = await ask(`${api}/${mine.id}/state?wait=500`);
    }
    if (running === mine) await done(mine.id);
  } catch (fault) {
    if (running === mine) showFault(fault, start);
  } finally {
    clearInterval(clock);
    if (running === mine) {
      running = null;
      runButton.disabled = false;
      cancelButton.disabled = true;
    }
    showHistory();
  }
}

async function cancel() {
  if (!running) return;
  const { id } = running;
  running = null;
  runButton.disabled = false;
  cancelButton.disabled = true;
  tell(say("已取消。", "Cancelled."), "fault");
  if (id) await fetch(`${api}/${id}`, { method: "DELETE" });
}

// Its place is told as the editor counts, also where only a part of the text was asked.
function showFault(fault, start) {
  const told = fault.problem ?? {};
  const line = start && told.line ? told.line + start.line - 1 : null;
  const column = line && told.column ? told.column + (told.line === 1 ? start.column - 1 : 0) : null;
  const place = line ? say(`第 ${line} 行${column ? `第 ${column} 个字符` : ""}：`, `line ${line}${column ? `, character ${column}` : ""}: `) : "";
  tell(place + fault.message, "fault");
  if (line) editor.mark({ line, column, message: fault.message });
}

// ---- The result.

const grid = new Grid(byId("sql-grid"), say, showCell);
const cell = byId("sql-cell");
const plan = byId("sql-plan");

// What does not fit into its cell is read below, without a mouse too.
function showCell(name, words, isCut) {
  cell.hidden = !isCut;
  cell.replaceChildren(make("strong", name), make("pre", words));
}

function show(id, question, result) {
  shown = { id, question, result };
  resultPart.hidden = false;
  resultPart.classList.remove("old");
  cell.hidden = true;
  // A plan is a drawing of many lines, not a table.
  const isPlan = question.form === "explain";
  plan.hidden = !isPlan;
  byId("sql-grid").hidden = isPlan;
  plan.textContent = isPlan ? result.rows.map((row) => row.at(-1)).join("\n") : "";
  grid.show(result);
  const count = result.rowCount.toLocaleString("zh-CN");
  tell(say(`${count} 行，用时 ${seconds(result.elapsedMs)}`, `${count} rows in ${seconds(result.elapsedMs)}`), "done");
  const cut = byId("sql-truncated");
  cut.hidden = !result.truncated;
  cut.textContent = result.truncated === "bytes" ? say(`结果太大，只取了前 ${count} 行；下面的合计和图也只含这些行。`, `Too large: only the first ${count} rows; totals and charts are of these.`) : say(`只显示前 ${count} 行，还有更多；下面的合计和图也只含这些行。下载会重新查询，最多取 1,000,000 行。`, `Only the first ${count} rows of more; totals and charts are of these. A download asks again for up to 1,000,000 rows.`);
  showChartForm(result.columns);
}

const isNumber = (type) => /INT|DECIMAL|DOUBLE|FLOAT/.test(type) && !/[[(]\w+ /.test(type);

function showChartForm(columns) {
  const choices = (keep) => columns.map((column, index) => [column, index]).filter(([column]) => keep(column)).map(([column, index]) => Object.assign(make("option", column.name), { value: index }));
  byId("chart-x").replaceChildren(...choices(() => true));
  byId("chart-y").replaceChildren(...choices((column) => isNumber(column.type)));
  const numeric = columns.findIndex((column) => isNumber(column.type));
  byId("chart-part").hidden = numeric < 0 || columns.length < 2;
  byId("chart-picture").hidden = true;
  if (numeric >= 0) byId("chart-x").value = String(Math.max(0, columns.findIndex((column) => !isNumber(column.type))));
}

byId("chart-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams({ kind: byId("chart-kind").value, x: byId("chart-x").value, y: byId("chart-y").value, width: innerWidth < 600 ? 380 : 960, theme: isDark() ? "dark" : "light", language: isEnglish ? "en" : "zh" });
  const picture = byId("chart-picture");
  const image = picture.querySelector("img");
  const link = picture.querySelector("a");
  image.src = `${api}/${shown.id}/chart.svg?${query}`;
  image.alt = say(`${byId("chart-y").selectedOptions[0].textContent}，按${byId("chart-x").selectedOptions[0].textContent}`, `${byId("chart-y").selectedOptions[0].textContent} by ${byId("chart-x").selectedOptions[0].textContent}`);
  link.href = `${api}/${shown.id}/chart.png?${query}`;
  picture.hidden = false;
});
byId("chart-picture").querySelector("img").addEventListener("error", async (event) => {
  byId("chart-picture").hidden = true;
  // A picture does not say why it is none; its address does.
  const why = await ask(event.target.src).catch((fault) => fault.message);
  tell(why || say("这个结果画不成图。", "This result cannot be drawn."), "fault");
});

for (const button of document.querySelectorAll("[data-download]")) {
  button.addEventListener("click", async () => {
    const take = (id) => location.assign(`${api}/${id}.${button.dataset.download}`);
    const isKept = (await fetch(`${api}/${shown.id}/state`).catch(() => null))?.ok;
    if (isKept && shown.result.truncated !== "rows") return take(shown.id);
    // Asked again: there is more than is shown, or the server keeps the result no longer.
    await watch({ ...shown.question, rows: 1000000 }, (id) => {
      take(id);
      tell(say("已取全部可取的行，开始下载。", "All rows there are to have; downloading."), "done");
    });
  });
}
byId("sql-copy").addEventListener("click", () => grid.copyAll());

// ---- The catalogue: a click puts the name into the text.

root.addEventListener("click", async (event) => {
  const name = event.target.closest("[data-insert]");
  if (name) {
    editor.insert(name.dataset.insert);
    editor.focus();
    changed();
  }
  const sample = event.target.closest("[data-sample]");
  if (sample) showSample(sample);
});

async function showSample(button) {
  button.disabled = true;
  try {
    const result = await ask(api, { method: "POST", body: JSON.stringify({ sql: `from ${button.dataset.sample} limit 3`, via: "page" }) });
    const list = make("dl", undefined, "example");
    result.columns.forEach((column, index) => {
      list.append(make("dt", column.name), make("dd", result.rows.map((row) => (row[index] === null ? "NULL" : String(row[index]))).join("　")));
    });
    button.replaceWith(result.rows.length ? list : make("p", say("没有数据", "no rows"), "note"));
  } catch (fault) {
    button.replaceWith(make("p", fault.message, "note"));
  }
}

// ---- History and saved queries.

async function showHistory() {
  const list = byId("sql-history");
  const asked = await ask(api).catch(() => []);
  const seen = new Set();
  const rows = asked.filter((one) => one.via === "page" && !/^from \S+ limit 3$/.test(one.sql) && !seen.has(one.sql) && seen.add(one.sql)).slice(0, 30);
  list.replaceChildren(
    ...rows.map((one) => {
      const item = make("li");
      const button = make("button", one.sql.replace(/\s+/g, " ").slice(0, 90));
      button.type = "button";
      button.title = one.sql;
      button.addEventListener("click", () => {
        editor.value = one.sql;
        showFields(Object.fromEntries(Object.entries(one.parameters).map(([name, value]) => [name, String(value ?? "")])));
        changed();
        editor.focus();
      });
      const outcome = one.outcome === "done" ? say(`${one.rowCount.toLocaleString("zh-CN")} 行`, `${one.rowCount} rows`) : say("没有结果", "no result");
      item.append(button, make("span", `${new Date(one.askedAt).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false })} · ${outcome} · ${seconds(one.durationMs)}`, "quiet"));
      return item;
    }),
  );
  byId("sql-no-history").hidden = rows.length > 0;
}

const dialog = byId("sql-save-dialog");
byId("sql-save").addEventListener("click", openSave);

function openSave() {
  if (!editor.value.trim()) return tell(say("没有可以保存的查询。", "There is nothing to save."), "fault");
  dialog.showModal();
}

byId("sql-save-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (event.submitter?.value === "cancel") return dialog.close();
  try {
    const kept = await ask("/api/v1/saved-queries", {
      method: "POST",
      body: JSON.stringify({ title: byId("sql-title").value, sql: editor.value, parameters: Object.entries(fieldValues()).map(([name, value]) => ({ name, value })) }),
    });
    location.assign(`/sql/${kept.id}`);
  } catch (fault) {
    dialog.close();
    showFault(fault);
  }
});
for (const button of document.querySelectorAll("[data-remove]")) {
  button.addEventListener("click", async () => {
    if (!confirm(say(`删除保存的查询“${button.dataset.title}”？`, `Remove the saved query “${button.dataset.title}”?`))) return;
    await ask(`/api/v1/saved-queries/${button.dataset.remove}`, { method: "DELETE" });
    if (saved === button.dataset.remove) location.assign("/sql");
    else button.closest("li").remove();
  });
}

// ---- Begin.

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
cancelButton.addEventListener("click", cancel);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && running && !dialog.open) cancel();
});
root.classList.add("live");
if (!saved && !text.value) text.value = sessionStorage.getItem("sql") ?? "";
if (root.dataset.editor === "true") {
  const look = { dark: isDark(), english: isEnglish };
  // Where it cannot be had, the text area does the same job.
  editor = await ask("/api/v1/relations").then((relations) => bundledEditor(text, keys, relations, look)).catch(() => editor);
}
showFields(Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("p.")).map(([name, value]) => [name.slice(2), value])));
for (const [name, value] of Object.entries(JSON.parse(root.dataset.values ?? "{}"))) {
  const input = fields.querySelector(`input[name="${CSS.escape(name)}"]`);
  if (input && !input.value) input.value = value;
}
root.dataset.ready = "true";
if (saved) run();
else showHistory();
