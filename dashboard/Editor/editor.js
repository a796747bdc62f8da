// The editor of the page for SQL: CodeMirror with completion of what the snapshot offers. Bundled by Editor.targets into one module.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const keywords =
  "select from where group by order having limit offset qualify window with recursive as on using join left right full inner cross asof lateral union all intersect except distinct case when then else end and or not in is null like ilike between exists over partition rows range preceding following unbounded current row filter within values cast try_cast true false asc desc nulls first last interval explain describe summarize exclude replace".split(" ");

const chinese = {
  Find: "查找",
  Replace: "替换为",
  next: "下一个",
  previous: "上一个",
  all: "全部",
  "match case": "区分大小写",
  "by word": "整词",
  regexp: "正则",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "Go to line": "到第几行",
  go: "去",
  Completions: "可选的词",
};

// The page's own colours reach into the shadow root.
const look = EditorView.theme({
  "&": { flex: "1 1 auto", minHeight: "0", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "14px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans SC", monospace', lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--for) 35%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--strong)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--for)", outline: "1px solid var(--accent)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--rule)" },
  ".cm-tooltip-autocomplete > ul": { maxHeight: "16em" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".75", marginLeft: "1em" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)" },
  ".cm-fault": { textDecoration: "underline wavy var(--mark)", textUnderlineOffset: "3px", backgroundColor: "var(--mark-ground)" },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--mark)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--mark)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.special(tags.name)], color: "var(--accent)" },
]);

const setFault = StateEffect.define();
const fault = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFault)) return effect.value ? Decoration.set([Decoration.mark({ class: "cm-fault", attributes: { title: effect.value.message } }).range(effect.value.from, effect.value.to)]) : Decoration.none;
    }
    // What was wrong is being mended.
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const columnOption = (column, boost) => ({ label: column.name, type: "property", detail: column.comment, info: `${column.type}　${column.comment}`, boost });

// What one calls with: a field of the page for each parameter of a macro.
const callOf = (macro) => `${macro.name}(${macro.parameters.map((name) => `$${name.replace(/^of_/, "")}`).join(", ")})`;

const isChinese = (words) => /\p{Script=Han}/u.test(words);

// The Chinese for a thing finds its name too.
const byComment = (option) => isChinese(option.detail ?? "") && { ...option, label: option.detail, detail: option.label, apply: option.apply ?? option.label };

const isQuoted = (context) => /String|Comment/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name);

// Typed over a selection, Chromium keeps its look in a style attribute, which the page's policy refuses; so the editor types itself.
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    if (event.inputType !== "insertText" || !event.data || event.isComposing || main.empty || ranges.length > 1) return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, main.from, main.to, event.data, insert))) view.dispatch(insert());
    return true;
  },
});

function completionOf(relations) {
  const tables = new Map(relations.filter((one) => one.kind === "table").map((one) => [one.name.toLowerCase(), one]));
  const general = relations.map((one) =>
    one.kind === "table"
      ? { label: one.name, type: "class", detail: one.comment, boost: 2 }
      : { label: one.name, type: "function", detail: one.comment, info: callOf(one), apply: callOf(one), boost: 1 },
  );
  const words = keywords.map((label) => ({ label, type: "keyword", boost: -1 }));

  // Tables of the text under their own names and their aliases.
  function named(text) {
    const found = new Map();
    for (const [, table, alias] of text.matchAll(/\b(?:from|join|,)\s+([A-Za-z_][\w]*)(?:\s+(?:as\s+)?(?!on\b|using\b|where\b|group\b|order\b|join\b|left\b|right\b|inner\b|cross\b|limit\b|qualify\b|having\b)([A-Za-z_][\w]*))?/gi)) {
      const relation = tables.get(table.toLowerCase());
      if (!relation) continue;
      found.set(table.toLowerCase(), relation);
      if (alias) found.set(alias.toLowerCase(), relation);
    }
    return found;
  }

  return (context) => {
    if (isQuoted(context)) return null;
    const text = context.state.doc.toString();
    const member = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*\.[\p{L}\p{N}_]*/u);
    if (member) {
      const [owner] = member.text.split(".");
      const relation = named(text).get(owner.toLowerCase()) ?? tables.get(owner.toLowerCase());
      return relation && { from: member.from + owner.length + 1, options: relation.columns.map((column) => columnOption(column, 0)), validFor: /^[\p{L}\p{N}_]*$/u };
    }
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (!word && !context.explicit) return null;
    const columns = [...new Set(named(text).values())].flatMap((relation) => relation.columns.map((column) => columnOption(column, 3)));
    const offered = [...columns, ...general];
    // Whoever types Chinese looks for what a name means; a word of one script is completed among its own.
    if (word && isChinese(word.text)) return { from: word.from, options: offered.map(byComment).filter(Boolean), validFor: /^[\p{Script=Han}]*$/u };
    return { from: word?.from ?? context.pos, options: [...offered, ...words], validFor: /^[A-Za-z0-9_]*$/ };
  };
}

export function mount(host, options) {
  const shadow = host.attachShadow({ mode: "open" });
  const language = sql({ dialect: PostgreSQL, upperCaseKeywords: false });
  const ground = new Compartment();
  const view = new EditorView({
    root: shadow,
    parent: shadow,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        // Before all others: these are the page's own.
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run: (editor) => (closeCompletion(editor), options.onRun(), true) },
            { key: "Mod-s", run: () => (options.onSave(), true) },
            { key: "Escape", run: (editor) => (completionStatus(editor.state) ? false : (options.onCancel(), false)) },
            { key: "Tab", run: acceptCompletion },
          ]),
        ),
        typeOver,
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        indentUnit.of("    "),
        EditorView.lineWrapping,
        language.language.extension,
        syntaxHighlighting(colours),
        autocompletion({ override: [completionOf(options.relations)], icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorState.phrases.of(options.english ? {} : chinese),
        EditorView.contentAttributes.of({ "aria-label": options.label, lang: "zh-CN" }),
        EditorView.updateListener.of((update) => update.docChanged && options.onChange(update.state.doc.toString())),
        fault,
        look,
        ground.of(EditorView.darkTheme.of(options.dark)),
      ],
    }),
  });

  return {
    get value() {
      return view.state.doc.toString();
    },
    set value(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
    },
    // What is selected, and where it begins: from 1.
    selection() {
      const { from, to } = view.state.selection.main;
      const line = view.state.doc.lineAt(from);
      return { text: view.state.sliceDoc(from, to), line: line.number, column: from - line.from + 1 };
    },
    focus: () => view.focus(),
    mark(place) {
      if (!place?.line || place.line > view.state.doc.lines) return view.dispatch({ effects: setFault.of(null) });
      const line = view.state.doc.line(place.line);
      const from = Math.min(line.from + (place.column ?? 1) - 1, line.to);
      const word = /^[\p{L}\p{N}_]+|^./u.exec(view.state.sliceDoc(from, line.to))?.[0].length ?? 0;
      const range = word ? { from, to: from + word } : { from: line.from, to: line.to };
      if (range.from === range.to) return view.dispatch({ effects: setFault.of(null) });
      view.dispatch({ effects: [setFault.of({ ...range, message: place.message ?? "" }), EditorView.scrollIntoView(range.from)] });
    },
  };
}
