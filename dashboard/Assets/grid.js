// Rows of a result as a grid: only what can be seen is in the page, so a hundred thousand rows scroll like ten.
const rowHeight = 28;
const spare = 8;
const mostWidth = 420;
const mostOnPaper = 1000;

const isNumber = (type) => /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|BIGNUM|DECIMAL.*|DOUBLE|FLOAT)$/.test(type);

// The sum of rates, ranks or scores means nothing: a rate of the whole is the sum of its parts divided by the sum of its wholes.
const isShare = (name) => /(^|_)(rate|pp|score|rank|percent|share|avg|mean|median|limit)$|率|名次|得分|百分|占比|平均/i.test(name);

// Nor does the sum of numbers that only name something.
const isName = (name) => /(^|_)(id|no|year|line|code|position)$|年份|编号|序号/i.test(name);

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
const widthOf = (words) => words.length + (words.match(wide)?.length ?? 0);

function textOf(value) {
  if (value === null) return "NULL";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

// Decimals stand under each other by their point.
const placesOf = (value) => String(value).split(".")[1]?.length ?? 0;

function padded(words, places) {
  const has = placesOf(words);
  return has < places ? `${words}${has ? "" : "."}${"0".repeat(places - has)}` : words;
}

// Numbers as exact fractions of a power of ten; null where one is no such number.
function exact(value) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  return match && { sign: match[1] ? -1n : 1n, whole: match[2], places: match[3] ?? "" };
}

function sumOf(values) {
  let [scale, sum, rough, isExact] = [0, 0n, 0, true];
  for (const value of values) {
    rough += Number(value);
    const number = isExact && exact(value);
    if (!number) {
      isExact = false;
      continue;
    }
    if (number.places.length > scale) {
      sum *= 10n ** BigInt(number.places.length - scale);
      scale = number.places.length;
    }
    sum += number.sign * BigInt(number.whole + number.places.padEnd(scale, "0"));
  }
  if (!isExact) return String(Number(rough.toPrecision(15)));
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, "0");
  const places = scale ? digits.slice(-scale).replace(/0+$/, "") : "";
  return (sum < 0n ? "-" : "") + (scale ? digits.slice(0, -scale) : digits) + (places ? `.${places}` : "");
}

// What a column is sorted by: numbers as numbers, and where one is too long for that, all of them as whole numbers of the smallest place.
function keysOf(values) {
  if (values.every((value) => value === null || typeof value === "number")) return values;
  const numbers = values.map((value) => (value === null ? null : exact(value)));
  if (numbers.some((number, index) => !number && values[index] !== null)) return values.map((value) => (value === null ? null : Number.isNaN(Number(value)) ? Infinity : Number(value)));
  const scale = numbers.reduce((most, number) => Math.max(most, number?.places.length ?? 0), 0);
  return numbers.map((number) => number && number.sign * BigInt(number.whole + number.places.padEnd(scale, "0")));
}

export class Grid {
  // reached: told the column's name, the whole value and whether it is cut short whenever someone goes to a cell.
  constructor(host, say, reached = () => {}) {
    this.host = host;
    this.say = say;
    this.reached = reached;
    this.lines = new Map();
    this.collator = new Intl.Collator("zh", { numeric: true });
    this.head = this.part("div", "grid-head", "row");
    this.head.setAttribute("aria-rowindex", "1");
    this.body = this.part("div", "grid-body", "rowgroup");
    this.foot = this.part("div", "grid-foot", "row");
    host.append(this.head, this.body, this.foot);
    host.addEventListener("scroll", () => this.draw(), { passive: true });
    host.addEventListener("keydown", (event) => this.key(event));
    host.addEventListener("pointerdown", (event) => this.point(event));
    host.addEventListener("pointermove", (event) => this.drag(event));
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    new ResizeObserver(() => this.draw()).observe(host);
  }

  part(tag, className, role) {
    const element = document.createElement(tag);
    element.className = className;
    if (role) element.setAttribute("role", role);
    return element;
  }

  show({ columns, rows }) {
    this.columns = columns;
    this.rows = rows;
    this.order = null;
    this.sorted = null;
    this.active = { row: 0, column: 0 };
    this.anchor = null;
    this.places = columns.map((column, index) => (column.type.startsWith("DECIMAL") ? rows.reduce((most, row) => Math.max(most, row[index] === null ? 0 : placesOf(row[index])), 0) : 0));
    this.host.scrollTop = 0;
    this.host.scrollLeft = 0;
    this.host.setAttribute("aria-rowcount", String(rows.length + 1));
    this.host.setAttribute("aria-colcount", String(columns.length));
    this.measure();
    this.drawHead();
    this.drawFoot();
    this.body.style.height = `${rows.length * rowHeight}px`;
    this.redraw();
  }

  measure() {
    const widths = this.columns.map((column, index) => {
      let widest = Math.max(widthOf(column.name) + 3, Math.min(widthOf(column.type), 14));
      for (const row of this.rows.slice(0, 200)) widest = Math.max(widest, Math.min(60, widthOf(this.wordsOf(row[index], index))));
      return Math.min(mostWidth, Math.round(widest * 7.7 + 22));
    });
    this.host.style.setProperty("--columns", `3.6rem ${widths.map((width) => `${width}px`).join(" ")}`);
    this.host.style.setProperty("--paper-columns", `2.5rem ${widths.map((width) => `minmax(0, ${width}fr)`).join(" ")}`);
    this.host.style.setProperty("--width", `calc(3.6rem + ${widths.reduce((sum, width) => sum + width, 0)}px)`);
  }

  wordsOf(value, column) {
    return this.places[column] && value !== null ? padded(textOf(value), this.places[column]) : textOf(value);
  }

  drawHead() {
    const cells = this.columns.map((column, index) => {
      const cell = this.part("div", isNumber(column.type) ? "cell n" : "cell", "columnheader");
      const button = this.part("button", "sort");
      button.type = "button";
      button.textContent = column.name;
      const type = this.part("span", "type");
      type.textContent = column.type;
      button.append(type);
      button.addEventListener("click", () => this.sort(index));
      cell.append(button);
      cell.title = `${column.name} ${column.type}`;
      return cell;
    });
    this.head.replaceChildren(Object.assign(this.part("div", "cell number", "columnheader"), { textContent: "#" }), ...cells);
  }

  // Sample and real data never meet in one number.
  isMixed() {
    return this.columns.some((column, index) => {
      const values = new Set(this.rows.map((row) => row[index]));
      return values.size === 2 && ((column.name === "is_sample" && values.has(true) && values.has(false)) || (values.has("示例") && values.has("实际")));
    });
  }

  drawFoot() {
    const isMixed = this.isMixed();
    const cells = this.columns.map((column, index) => {
      const cell = this.part("div", isNumber(column.type) ? "cell n" : "cell", "gridcell");
      const values = this.rows.map((row) => row[index]).filter((value) => value !== null);
      const counted = this.say(`${values.length} 个值，${this.rows.length - values.length} 个空`, `${values.length} values, ${this.rows.length - values.length} null`);
      cell.title = counted;
      if (!isNumber(column.type)) cell.textContent = values.length < this.rows.length ? this.say(`${this.rows.length - values.length} 个空`, `${this.rows.length - values.length} null`) : "";
      else if (isShare(column.name)) {
        cell.textContent = "—";
        cell.title = this.say(`比率、名次、得分不能相加；${counted}`, `rates, ranks and scores do not add up; ${counted}`);
      } else if (isName(column.name)) {
        cell.textContent = "—";
        cell.title = this.say(`编号不能相加；${counted}`, `numbers that name things do not add up; ${counted}`);
      } else if (isMixed) {
        cell.textContent = "—";
        cell.title = this.say("示例数据与实际数据不相加", "sample and real data are not added up");
      } else cell.textContent = values.length ? padded(sumOf(values), this.places[index]) : "—";
      return cell;
    });
    this.foot.replaceChildren(Object.assign(this.part("div", "cell number", "rowheader"), { textContent: this.say("合计", "Sum") }), ...cells);
  }

  // One click up, another down, a third as the query gave it; empty cells always last.
  sort(index) {
    const next = this.sorted?.index !== index ? 1 : this.sorted.direction === 1 ? -1 : 0;
    this.sorted = next ? { index, direction: next } : null;
    if (!next) this.order = null;
    else {
      const values = this.rows.map((row) => row[index]);
      const isNumeric = isNumber(this.columns[index].type);
      const keys = isNumeric ? keysOf(values) : values.map((value) => (value === null ? null : textOf(value)));
      const compare = isNumeric ? (one, other) => (one < other ? -1 : one > other ? 1 : 0) : this.collator.compare;
      this.order = this.rows.map((_, row) => row).sort((one, other) => {
        const [left, right] = [keys[one], keys[other]];
        if (left === null || right === null) return (left === null) - (right === null) || one - other;
        return next * compare(left, right) || one - other;
      });
    }
    [...this.head.children].slice(1).forEach((cell, column) => {
      if (next && column === index) cell.setAttribute("aria-sort", next > 0 ? "ascending" : "descending");
      else cell.removeAttribute("aria-sort");
    });
    this.redraw();
  }

  row(position) {
    return this.rows[this.order ? this.order[position] : position];
  }

  redraw() {
    this.lines.clear();
    this.body.replaceChildren();
    this.draw();
  }

  // Rows that stay in sight stay as they are.
  draw() {
    if (!this.rows) return;
    const first = this.printing ? 0 : Math.max(0, Math.floor(this.host.scrollTop / rowHeight) - spare);
    const last = Math.min(this.rows.length, this.printing ? mostOnPaper : Math.ceil((this.host.scrollTop + this.host.clientHeight) / rowHeight) + spare);
    for (const [position, line] of this.lines) {
      if (position >= first && position < last) continue;
      line.remove();
      this.lines.delete(position);
    }
    let place = this.body.firstChild;
    for (let position = first; position < last; position++) {
      const line = this.lines.get(position);
      if (line) place = line.nextSibling;
      else this.body.insertBefore(this.drawRow(position), place);
    }
    this.mark();
  }

  // Paper does not scroll: what fits on some pages is written out, and the rest is told.
  print(isBegun) {
    if (!this.rows) return;
    this.printing = isBegun;
    const left = this.rows.length - mostOnPaper;
    if (isBegun && left > 0) this.host.dataset.cut = this.say(`纸上是前 ${mostOnPaper} 行，其余 ${left} 行没有印出。`, `The first ${mostOnPaper} rows; ${left} more are not printed.`);
    else delete this.host.dataset.cut;
    this.draw();
  }

  mark() {
    for (const [position, line] of this.lines) {
      for (let column = 0; column < this.columns.length; column++) {
        const cell = line.children[column + 1];
        cell.classList.toggle("active", position === this.active.row && column === this.active.column);
        if (this.isChosen(position, column)) cell.setAttribute("aria-selected", "true");
        else cell.removeAttribute("aria-selected");
      }
    }
    if (this.columns.length && this.lines.has(this.active.row)) this.host.setAttribute("aria-activedescendant", `cell-${this.active.row}-${this.active.column}`);
    else this.host.removeAttribute("aria-activedescendant");
  }

  drawRow(position) {
    const line = this.part("div", "grid-row", "row");
    line.setAttribute("aria-rowindex", String(position + 2));
    line.style.top = `${position * rowHeight}px`;
    const number = this.part("div", "cell number", "rowheader");
    number.textContent = (position + 1).toLocaleString("zh-CN");
    line.append(number);
    this.row(position).forEach((value, column) => {
      const cell = this.part("div", isNumber(this.columns[column].type) ? "cell n" : "cell", "gridcell");
      cell.id = `cell-${position}-${column}`;
      cell.dataset.row = position;
      cell.dataset.column = column;
      const words = this.wordsOf(value, column);
      cell.textContent = words;
      if (value === null) cell.classList.add("null");
      if (words.length > 24) cell.title = words;
      line.append(cell);
    });
    this.lines.set(position, line);
    return line;
  }

  isChosen(row, column) {
    if (!this.anchor) return false;
    const within = (value, one, other) => value >= Math.min(one, other) && value <= Math.max(one, other);
    return within(row, this.anchor.row, this.active.row) && within(column, this.anchor.column, this.active.column);
  }

  point(event) {
    const cell = event.target.closest("[data-row]");
    if (!cell) return;
    if (event.shiftKey) this.anchor ??= { ...this.active };
    else this.anchor = null;
    this.go(Number(cell.dataset.row), Number(cell.dataset.column));
  }

  // With the mouse held down a block is chosen; a finger scrolls.
  drag(event) {
    if (event.pointerType !== "mouse" || event.buttons !== 1) return;
    const cell = event.target.closest("[data-row]");
    if (!cell || (Number(cell.dataset.row) === this.active.row && Number(cell.dataset.column) === this.active.column)) return;
    this.anchor ??= { ...this.active };
    this.go(Number(cell.dataset.row), Number(cell.dataset.column));
  }

  go(row, column) {
    this.active = { row, column };
    this.mark();
    const cell = this.lines.get(row)?.children[column + 1];
    const words = textOf(this.row(row)[column]);
    this.reached(this.columns[column].name, words, words.includes("\n") || (cell && cell.scrollWidth > cell.clientWidth));
  }

  key(event) {
    if (!this.rows?.length || event.target !== this.host) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "c") {
      event.preventDefault();
      this.copyChosen();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "a") {
      event.preventDefault();
      this.anchor = { row: this.rows.length - 1, column: this.columns.length - 1 };
      this.active = { row: 0, column: 0 };
      this.mark();
      return;
    }
    const page = Math.max(1, Math.floor(this.host.clientHeight / rowHeight) - 3);
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0], Home: [0, -1e9], End: [0, 1e9] };
    let move = moves[event.key];
    if (!move) return;
    if (event.ctrlKey && event.key === "Home") move = [-1e9, -1e9];
    if (event.ctrlKey && event.key === "End") move = [1e9, 1e9];
    event.preventDefault();
    if (event.shiftKey) this.anchor ??= { ...this.active };
    else this.anchor = null;
    const keep = (value, most) => Math.max(0, Math.min(most, value));
    this.active = { row: keep(this.active.row + move[0], this.rows.length - 1), column: keep(this.active.column + move[1], this.columns.length - 1) };
    this.reveal();
    this.draw();
    this.go(this.active.row, this.active.column);
  }

  reveal() {
    const top = this.active.row * rowHeight;
    const room = this.host.clientHeight - this.head.offsetHeight - this.foot.offsetHeight;
    if (top < this.host.scrollTop) this.host.scrollTop = top;
    else if (top + rowHeight > this.host.scrollTop + room) this.host.scrollTop = top + rowHeight - room;
    const cell = this.head.children[this.active.column + 1];
    const edge = this.head.children[0].offsetWidth;
    if (cell.offsetLeft - edge < this.host.scrollLeft) this.host.scrollLeft = cell.offsetLeft - edge;
    else if (cell.offsetLeft + cell.offsetWidth > this.host.scrollLeft + this.host.clientWidth) this.host.scrollLeft = cell.offsetLeft + cell.offsetWidth - this.host.clientWidth;
  }

  copyChosen() {
    const [one, other] = [this.anchor ?? this.active, this.active];
    const lines = [];
    for (let row = Math.min(one.row, other.row); row <= Math.max(one.row, other.row); row++) lines.push(this.line(this.row(row).slice(Math.min(one.column, other.column), Math.max(one.column, other.column) + 1)));
    return navigator.clipboard.writeText(lines.join("\n"));
  }

  copyAll() {
    const lines = [this.line(this.columns.map((column) => column.name))];
    for (let row = 0; row < this.rows.length; row++) lines.push(this.line(this.row(row)));
    return navigator.clipboard.writeText(lines.join("\n"));
  }

  // What Excel and Word take apart into cells again.
  line(values) {
    return values.map((value) => (value === null ? "" : textOf(value).replace(/[\t\r\n]+/g, " "))).join("\t");
  }
}
