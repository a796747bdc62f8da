// The text of a query: CodeMirror where it was bundled, else the text area that stands there anyway. Both offer the same few things.

// area: the text area; keys: what is done on running, giving up, saving, and on every change.
export function plainEditor(area, { onRun, onCancel, onSave, onChange }) {
  let marked = null;
  const changed = () => {
    marked = null;
    onChange();
  };
  area.addEventListener("keydown", (event) => {
    const keys = {
      Enter: onRun,
      s: onSave,
      "/": () => {
        comment(area);
        changed();
      },
    };
    if ((event.ctrlKey || event.metaKey) && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    } else if (event.key === "Escape") onCancel();
  });
  area.addEventListener("input", changed);
  return {
    get value() {
      return area.value;
    },
    set value(words) {
      area.value = words;
    },
    insert(words) {
      area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
    },
    selection() {
      // The mark of a mistake is nobody's choice: running again runs all.
      if (area.selectionStart === marked?.from && area.selectionEnd === marked.to) return { text: "" };
      const before = area.value.slice(0, area.selectionStart).split("\n");
      return { text: area.value.slice(area.selectionStart, area.selectionEnd), line: before.length, column: before.at(-1).length + 1 };
    },
    focus: () => area.focus(),
    mark(place) {
      if (!place?.line) return;
      const lines = area.value.split("\n");
      const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + (place.column ?? 1) - 1;
      area.focus();
      area.setSelectionRange(start, Math.min(area.value.length, start + (/^[\p{L}\p{N}_]+|^./u.exec(area.value.slice(start))?.[0].length ?? 1)));
      marked = { from: area.selectionStart, to: area.selectionEnd };
    },
  };
}

// Takes the place of the text area, with its text; fails where there is none.
export async function bundledEditor(area, keys, relations, { dark, english }) {
  const module = await import("/sql-editor.js");
  const host = document.createElement("div");
  host.className = "editor";
  area.before(host);
  const editor = module.mount(host, { value: area.value, dark, english, label: area.getAttribute("aria-label"), relations, ...keys });
  area.hidden = true;
  return editor;
}

// The lines that are marked become comments, or are lines again.
function comment(area) {
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", area.selectionEnd);
  const to = end < 0 ? area.value.length : end;
  const lines = area.value.slice(from, to).split("\n");
  const isComment = lines.every((line) => /^\s*(--|$)/.test(line));
  area.setRangeText(lines.map((line) => (isComment ? line.replace(/^(\s*)-- ?/, "$1") : line && `-- ${line}`)).join("\n"), from, to, "select");
}
