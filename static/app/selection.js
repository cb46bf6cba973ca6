// A rectangle of cells: from the anchor to the cell in focus.
import { cellsOf, controlIn, focusCell, grid, rowBeside, rowOf } from "./cells.js";

let anchor = null;
let painted = [];

export function clearSelection() {
  for (const cell of painted) cell.classList.remove("selected");
  painted = [];
  anchor = null;
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
  const cell = document.activeElement?.closest?.("#grid td[data-col]");
  if (!cell) return [];
  if (!anchor || !anchor.isConnected || !painted.length) return [[cell]];
  return rectangle(anchor, cell);
}

function rectangle(from, to) {
  const left = cellsOf(rowOf(from)).indexOf(from);
  const right = cellsOf(rowOf(to)).indexOf(to);
  return rowsBetween(rowOf(from), rowOf(to))
    .filter((row) => row.dataset.key && !row.classList.contains("editing"))
    .map((row) => cellsOf(row).slice(Math.min(left, right), Math.max(left, right) + 1));
}

export function selectTo(cell) {
  const from = anchor?.isConnected ? anchor : document.activeElement?.closest?.("#grid td[data-col]");
  if (!cell || !from || controlIn(cell) || controlIn(from)) return;
  for (const other of painted) other.classList.remove("selected");
  anchor = from;
  focusCell(cell);
  painted = rectangle(anchor, cell).flat();
  for (const other of painted) other.classList.add("selected");
}

export function selectColumn(cell) {
  const rows = [...grid.querySelectorAll("tbody.row[data-key]:not([data-key=''], .editing)")];
  const place = cellsOf(rowOf(cell)).indexOf(cell);
  if (!rows.length) return;
  clearSelection();
  anchor = cellsOf(rows[0])[place];
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
  if (!anchor) anchor = dragging;
  selectTo(cell);
});
document.addEventListener("mouseup", () => (dragging = null));
