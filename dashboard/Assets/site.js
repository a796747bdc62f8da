// What every page does beyond its links: hints over charts, keys, copying a table. Without this script all of it is still readable.
const isEnglish = document.documentElement.lang === "en";
const say = (chinese, english) => (isEnglish ? english : chinese);

// A hint for each point of a chart, under the pointer or the keyboard's focus.
const hint = document.createElement("div");
hint.className = "hint";
hint.setAttribute("role", "status");
hint.hidden = true;
document.body.append(hint);

function show(link) {
  const place = link.querySelector("rect").getBoundingClientRect();
  hint.textContent = link.getAttribute("aria-label");
  hint.hidden = false;
  const left = Math.max(8, Math.min(place.left + place.width / 2 - hint.offsetWidth / 2, innerWidth - hint.offsetWidth - 8));
  const above = place.top - hint.offsetHeight - 8;
  hint.style.left = `${left + scrollX}px`;
  hint.style.top = `${(above > 8 ? above : Math.min(place.bottom, innerHeight - hint.offsetHeight) + 8) + scrollY}px`;
}

// The other points of the same unit or category stand out with it, unless the chart has no others.
function highlight(link) {
  for (const one of document.querySelectorAll(".marks a.with")) one.classList.remove("with");
  if (!link?.dataset.series) return;
  const all = [...link.closest(".marks").querySelectorAll("a")];
  const own = all.filter((one) => one.dataset.series === link.dataset.series);
  if (own.length < all.length) own.forEach((one) => one.classList.add("with"));
}

const markOf = (event) => event.target.closest?.(".marks a");
for (const reached of ["pointerover", "focusin"]) {
  document.addEventListener(reached, (event) => {
    const link = markOf(event);
    highlight(link);
    link ? show(link) : (hint.hidden = true);
  });
}

// Arrows go from point to point of a chart, and through the rows of a table.
function neighbour(element, step) {
  const all = element.matches(".marks a")
    ? [...element.closest(".marks").querySelectorAll("a")]
    : [...element.closest("tbody").querySelectorAll("th a")];
  return all[all.indexOf(element) + step];
}

const help = document.createElement("dialog");
help.className = "help";
help.innerText = [
  say("键盘", "Keys"),
  say("/　查找", "/  find"),
  say("↑ ↓ ← →　图上的点、表中的单位之间移动", "arrows  from point to point of a chart, from row to row"),
  say("Enter　打开", "Enter  open"),
  say("?　这张表", "?  this list"),
  say("Esc　关闭", "Esc  close"),
].join("\n");
document.body.append(help);

document.addEventListener("keydown", (event) => {
  // The editor of the page for SQL stands in a shadow root, which hides it from event.target.
  const typed = event.composedPath()[0];
  const isTyping = typed.isContentEditable || typed.matches?.("input, textarea, select");
  if (event.key === "Escape") hint.hidden = true;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    // Behind an open list of keys nothing can be reached.
    help.close();
    document.getElementById("search").focus();
  } else if (event.key === "?") {
    help.open ? help.close() : help.showModal();
  } else if (event.key.startsWith("Arrow") && event.target.matches(".marks a, tbody th a")) {
    const next = neighbour(event.target, event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});

// A table as text that Excel and Word take apart into cells again.
for (const table of document.querySelectorAll("main table")) {
  if (table.closest("form, .sheet")) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = say("复制本表", "Copy table");
  button.addEventListener("click", async () => {
    const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()).join("\t"));
    await navigator.clipboard.writeText(rows.join("\n"));
    button.textContent = say("已复制", "Copied");
    setTimeout(() => (button.textContent = say("复制本表", "Copy table")), 2000);
  });
  (table.closest(".scroll") ?? table).after(button);
}

// Choosing in a filter is asking.
for (const form of document.querySelectorAll("form.filter")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A load may take a minute: say so while the browser waits for the answer.
for (const form of document.querySelectorAll("form[method=post]:not(.settings)")) {
  form.addEventListener("submit", () => {
    const started = Date.now();
    const line = document.createElement("p");
    line.className = "waiting note";
    line.setAttribute("role", "status");
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", say("正在处理", "Working"));
    const words = document.createElement("span");
    const tell = () => {
      const seconds = Math.round((Date.now() - started) / 1000);
      words.textContent = say(` 正在处理，已 ${seconds} 秒。大的文件要一两分钟，请不要关闭本页。`, ` Working for ${seconds} s. A large file takes a minute or two; keep this page open.`);
    };
    line.append(bar, words);
    setTimeout(() => (tell(), form.append(line)), 600);
    setInterval(tell, 1000);
  });
}
