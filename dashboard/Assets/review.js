// The review queue by keyboard. Without this script every choice is a form of its own and works the same.
const isEnglish = document.documentElement.lang === "en";
const say = (chinese, english) => (isEnglish ? english : chinese);

const queue = document.getElementById("queue");
const said = document.getElementById("said");
const items = () => [...queue.children];
let current = null;

function go(item) {
  if (!item) return;
  current?.classList.remove("current");
  current = item;
  current.classList.add("current");
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "nearest" });
}

const noAnswer = say("没有保存：服务没有应答。请检查程序是否仍在运行，再试一次。", "Not saved: the server does not answer. Check that the program still runs, and try again.");

async function decide(item, category, name) {
  const by = document.getElementById("by").value;
  const next = item.nextElementSibling ?? item.previousElementSibling;
  for (const button of item.querySelectorAll("button, select")) button.disabled = true;
  const answer = await fetch(`/api/v1/reviews/${item.dataset.finding}?by=${encodeURIComponent(by)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ category }),
  }).catch(() => null);
  if (answer?.ok) {
    const left = items().length - 1;
    said.textContent = say(`已归入“${name}”，还有 ${left} 条在这一页。`, `Taken as “${name}”; ${left} left on this page.`);
    item.remove();
    if (next) go(next);
    else location.reload();
    return;
  }

  for (const button of item.querySelectorAll("button, select")) button.disabled = false;
  const problem = answer ? await answer.json().catch(() => null) : null;
  said.textContent = problem?.detail ?? noAnswer;
  go(item);
}

queue?.addEventListener("submit", (event) => {
  event.preventDefault();
  const item = event.target.closest("li");
  const select = event.target.querySelector("select");
  const button = event.submitter;
  const category = select ? select.value : button.value;
  decide(item, category, select ? select.selectedOptions[0].textContent : button.dataset.name);
});

queue?.addEventListener("focusin", (event) => {
  const item = event.target.closest("li");
  if (item && item !== current) {
    current?.classList.remove("current");
    current = item;
    item.classList.add("current");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "j") go(current?.nextElementSibling ?? (current ? null : items()[0]));
  else if (key === "k") go(current?.previousElementSibling);
  else if (key === "e") current?.querySelector("select")?.focus();
  else if (["1", "2", "3"].includes(key)) current?.querySelector(`[data-place="${key}"]`)?.click();
  else return;
  event.preventDefault();
});

if (queue) go(items()[0]);
