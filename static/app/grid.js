// The grid: what clicks do, and the start. Keys are in keys.js, saving in saving.js.
// Without this file every row still has its Edit link and its form.
import { move } from "./block.js";
import { cellIn, cellsOf, controlIn, editable, focusCell, grid, rowOf } from "./cells.js";
import "./clipboard.js";
import { edit } from "./editing.js";
import { closeEditor, editorOf, isDirty, isEditing, submitEditor } from "./editor.js";
import { showColumnHelp } from "./help.js";
import "./keys.js";
import "./leaving.js";
import { completeLists } from "./lists.js";
import "./saving.js";

// A click goes to a cell, a click into the cell in focus edits it, as in a spreadsheet.
let wasFocused = null;
grid.addEventListener("mousedown", (event) => {
  const cell = event.target.closest("td[data-col]");
  wasFocused = cell === document.activeElement ? cell : null;
});

grid.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  if (mark) {
    showFinding(mark, event);
    return;
  }
  const link = event.target.closest("a.edit");
  const cell = event.target.closest("td[data-col]");
  if (link && editable) {
    event.preventDefault();
    edit(cellsOf(link.closest("tbody.row"))[0]);
  } else if (cell && !isEditing(rowOf(cell)) && !event.shiftKey) {
    if (editable && (wasFocused === cell || event.detail > 1)) edit(cell);
    else focusCell(cell);
  }
  const cancel = event.target.closest("a.cancel");
  if (cancel) {
    event.preventDefault();
    closeEditor(cancel.closest("tbody.row"));
  }
  const mover = event.target.closest("button.move");
  if (mover) {
    event.preventDefault();
    const editor = editorOf(mover);
    const { key } = editor.dataset;
    if (isDirty(editor)) submitEditor(editor);
    else closeEditor(editor);
    move(key, mover.value === "down" ? 1 : -1);
  }
  const take = event.target.closest("button.take");
  if (take) {
    controlIn(cellIn(take.closest("tbody"), take.dataset.column)).value = take.dataset.take;
    take.hidden = true;
    take.after(" Taken; save to keep it.");
  }
});

// The finding of a mark comes into view; the cell keeps the focus, so that typing edits it.
function showFinding(mark, event) {
  const finding = document.getElementById(mark.hash.slice(1));
  if (!finding) return;
  event.preventDefault();
  document.querySelectorAll(".finding.shown").forEach((other) => other.classList.remove("shown"));
  finding.classList.add("shown");
  finding.scrollIntoView({ block: "nearest" });
  focusCell(mark.closest("td[data-col]") ?? cellsOf(mark.closest("tbody.row"))[0]);
}

grid.addEventListener("focusin", (event) => {
  const cell = event.target.closest("td[data-col]");
  if (cell) showColumnHelp(cell.dataset.col);
});

function followAnchor() {
  const [row, column] = decodeURIComponent(location.hash.slice(1)).split(":");
  const body = row && document.getElementById(row);
  if (!body?.matches?.("tbody.row")) return;
  const cell = column ? cellIn(body, column) : cellsOf(body)[0];
  cell.scrollIntoView({ block: "center", inline: "nearest" });
  focusCell(cell);
}

document.getElementById("add")?.addEventListener("click", (event) => {
  event.preventDefault();
  focusCell(cellsOf(document.getElementById("row-_new"))[0]);
});
const keysButton = document.getElementById("keys-button");
keysButton.hidden = false;
keysButton.addEventListener("click", () => document.getElementById("keys").showModal());
window.addEventListener("hashchange", followAnchor);
completeLists(grid);
focusable();
followAnchor();
focusCell(document.getElementById(sessionStorage.getItem("focus") ?? ""));
sessionStorage.removeItem("focus");

function focusable() {
  const first = grid.querySelector("tbody.row:not(.editing) td[data-col]");
  if (first) first.tabIndex = 0;
}
