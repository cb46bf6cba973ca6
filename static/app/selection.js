// A rectangle of cells: from the anchor to the cell in focus.
import { cellsOf, controlIn, focusCell, grid, rowBeside, rowOf } from "./cells.js";

// Where the selection began, by id: a row may be exchanged while it is selected.
let anchorId = "";
let painted = [];

const anchor = () => (anchorId ? document.getElementById(anchorId) : null);

function unpaint() {
  for (const cell of painted) cell.classList.remove("selected");
  painted = [];
}

export function clearSelection() {
  unpaint();
  anchorId = "";
}

function paint(from, to) {
  unpaint();
  painted = rectangle(from, to).flat();
  for (const cell of painted) cell.classList.add("selected");
}

const focused = () => document.activeElement?.closest?.("#grid td[data-col]");

// Marks the selection again after rows were exchanged.
export function repaint() {
  const from = anchor();
  const to = focused();
  if (from && to && painted.length) paint(from, to);
}

// Rows from one to the other, both included, in the order of the sheet.
function rowsBetween(first, last) {
  const down = first.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
  const found = [];
  for (let row = down ? first : last; row; row = rowBeside(row, 1)) {
    found.push(row);
    if (row === (down ? last : first)) break;
  }
  return found;
}

// The selected cells as rows of cells; the one cell in focus when nothing more is selected.
export function selectedCells() {
  const cell = focused();
  const from = anchor();
  if (!cell) return [];
  return from && painted.length ? rectangle(from, cell) : [[cell]];
}

function rectangle(from, to) {
  const left = cellsOf(rowOf(from)).indexOf(from);
  const right = cellsOf(rowOf(to)).indexOf(to);
  return rowsBetween(rowOf(from), rowOf(to))
    .filter((row) => row.dataset.key && !row.classList.contains("editing"))
    .map((row) => cellsOf(row).slice(Math.min(left, right), Math.max(left, right) + 1));
}

export function selectTo(cell) {
  const from = anchor() ?? focused();
  if (!cell || !from || controlIn(cell) || controlIn(from)) return;
  anchorId = from.id;
  focusCell(cell);
  paint(from, cell);
}

export function selectColumn(cell) {
  const rows = [...grid.querySelectorAll("tbody.row[data-key]:not([data-key=''], .editing)")];
  const place = cellsOf(rowOf(cell)).indexOf(cell);
  if (!rows.length) return;
  clearSelection();
  anchorId = cellsOf(rows[0])[place].id;
  selectTo(cellsOf(rows.at(-1))[place]);
}

export const hasSelection = () => painted.length > 1;

let dragging = null;

grid.addEventListener("mousedown", (event) => {
  const cell = event.target.closest("td[data-col]");
  if (!cell || controlIn(cell) || event.button || event.target.closest("a, button")) return;
  if (event.shiftKey) {
    event.preventDefault();
    selectTo(cell);
    return;
  }
  clearSelection();
  dragging = cell;
});
grid.addEventListener("mouseover", (event) => {
  const cell = event.target.closest("td[data-col]");
  if (!dragging || !cell || cell === dragging || !(event.buttons & 1)) return;
  window.getSelection()?.removeAllRanges();
  anchorId ||= dragging.id;
  selectTo(cell);
});
document.addEventListener("mouseup", () => (dragging = null));
