// The keys of the grid: moving, selecting, and what Ctrl and the function keys do.
import { clear, fillDown, move, send } from "./block.js";
import { allRows, cellIn, cellsOf, editable, focusCell, grid, neighbour, rowOf } from "./cells.js";
import { edit, keyInEditor } from "./editing.js";
import { isEditing } from "./editor.js";
import { clearSelection, selectColumn, selectTo } from "./selection.js";
import { redo, undo } from "./undo.js";

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGE = 20;

function keyInCell(event, cell) {
  if (event.target.closest("a, button") && event.key !== "F2") return;
  const step = MOVES[event.key];
  if (step && event.altKey && step[0] && editable) {
    event.preventDefault();
    if (event.shiftKey) send(`${grid.dataset.rows}${rowOf(cell).dataset.key}/copy/`, {});
    else move(rowOf(cell).dataset.key, step[0], cell.dataset.col);
  } else if (step) {
    event.preventDefault();
    go(event, far(cell, step, event.ctrlKey || event.metaKey));
  } else if (["Home", "End", "PageUp", "PageDown"].includes(event.key)) {
    event.preventDefault();
    go(event, jump(cell, event));
  } else if (event.ctrlKey || event.metaKey) {
    shortcut(event, cell);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    edit(cell);
  } else if (event.key === "Escape") {
    clearSelection();
  } else if ((event.key === "Delete" || event.key === "Backspace") && editable) {
    event.preventDefault();
    clear();
  } else if (event.key.length === 1 && !event.altKey && event.key !== "?") {
    event.preventDefault();
    edit(cell, event.key === " " ? undefined : event.key);
  }
}

function go(event, cell) {
  if (event.shiftKey) {
    selectTo(cell);
  } else {
    clearSelection();
    focusCell(cell);
  }
}

function far(cell, [down, right], toTheEnd) {
  if (!toTheEnd) return neighbour(cell, down, right);
  if (right) return cellsOf(rowOf(cell)).at(right > 0 ? -1 : 0);
  const rows = allRows().filter((row) => row.dataset.key);
  return cellIn(rows.at(down > 0 ? -1 : 0), cell.dataset.col);
}

function jump(cell, event) {
  const row = rowOf(cell);
  const rows = allRows();
  if (event.key === "Home" || event.key === "End") {
    const end = event.key === "End";
    return cellsOf(event.ctrlKey ? rows.at(end ? -1 : 0) : row).at(end ? -1 : 0);
  }
  const place = rows.indexOf(row) + (event.key === "PageDown" ? PAGE : -PAGE);
  return cellIn(rows[Math.min(Math.max(place, 0), rows.length - 1)], cell.dataset.col);
}

function shortcut(event, cell) {
  const key = event.key.toLowerCase();
  if (key === " " && cell) selectColumn(cell);
  else if (key === "d" && cell && editable) fillDown();
  else if (key === "z" && !event.shiftKey && editable) undo();
  else if ((key === "y" || (key === "z" && event.shiftKey)) && editable) redo();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const cell = event.target.closest?.("#grid td[data-col]");
  if (cell && isEditing(cell.closest("tbody.row"))) keyInEditor(event, cell);
  else if (cell) keyInCell(event, cell);
  const typing = event.target.closest?.("input, select, textarea, dialog");
  if (!event.defaultPrevented && !typing && !cell && (event.ctrlKey || event.metaKey)) shortcut(event, null);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "F9") {
    event.preventDefault();
    nextOf(cell, "td.asked");
  } else if (event.key === "F8") {
    event.preventDefault();
    nextOf(cell, "td[data-col]:is(.blocker, .warning, .advice)");
  } else if (!typing && event.key === "?") {
    event.preventDefault();
    document.getElementById("keys").showModal();
  } else if (!typing && !cell && event.key.toLowerCase() === "a") {
    const fresh = document.getElementById("row-_new");
    if (fresh) {
      event.preventDefault();
      focusCell(cellsOf(fresh)[0]);
    }
  }
});

// The next cell of a kind after this one, from the top again after the last.
function nextOf(from, kind) {
  const found = [...grid.querySelectorAll(`tbody.row:not(#row-_new) ${kind}`)];
  const after = from
    ? found.findIndex((cell) => from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING)
    : 0;
  focusCell(found[Math.max(after, 0)]);
}
