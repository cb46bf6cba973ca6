// Copying and pasting blocks as spreadsheets do: tab-separated texts, quoted where they must be.
import { controlIn, editable, textIn } from "./cells.js";
import { clear, paste } from "./block.js";
import { selectedCells } from "./selection.js";

export function format(rows) {
  const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

// Texts by row; a cell in double quotes may hold tabs, line breaks and doubled quotes.
export function parse(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (quoted) {
      if (sign === '"' && source[at + 1] === '"') cell += source[(at += 1)];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "" && closes(source, at)) {
      quoted = true;
    } else if (sign === "\t" || sign === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else {
      cell += sign;
    }
  }
  rows.at(-1).push(cell);
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

// Whether the quote at this place is closed again before the end of its cell.
function closes(source, from) {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else return at + 1 === source.length || source[at + 1] === "\t" || source[at + 1] === "\n";
  }
  return false;
}

function cellOf(event) {
  return event.target.closest?.("#grid td[data-col]");
}

document.addEventListener("copy", (event) => {
  const cell = cellOf(event);
  if (!cell || controlIn(cell) || !window.getSelection().isCollapsed) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", format(selectedCells().map((row) => row.map(textIn))));
});

document.addEventListener("cut", (event) => {
  const cell = cellOf(event);
  if (!cell || controlIn(cell) || !editable) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", format(selectedCells().map((row) => row.map(textIn))));
  clear();
});

document.addEventListener("paste", (event) => {
  const cell = cellOf(event);
  const text = event.clipboardData?.getData("text/plain");
  if (!cell || !text || !editable) return;
  const texts = parse(text);
  const single = texts.length === 1 && texts[0].length === 1;
  const control = controlIn(cell);
  if (control && (single || (control.tagName === "TEXTAREA" && texts[0].length === 1))) return;
  event.preventDefault();
  paste(cell, texts);
});
