// Opening a row at a cell, and the keys while it is open.
import { fillWith } from "./block.js";
import { allRows, cellIn, cellsOf, controlIn, editable, focusCell } from "./cells.js";
import { closeEditor, isDirty, isEditing, openEditor, submitEditor } from "./editor.js";
import { clearSelection, hasSelection, selectedCells } from "./selection.js";
import { undo } from "./undo.js";

// The cells that were selected when editing began; Ctrl+Enter fills them all.
let fillTo = [];

export function edit(cell, typed) {
  if (!editable) return;
  fillTo = hasSelection() ? selectedCells() : [];
  clearSelection();
  const row = cell.closest("tbody.row");
  const column = cell.dataset.col;
  const editor = isEditing(row) ? row : openEditor(row);
  const control = controlIn(cellIn(editor, column));
  control?.focus();
  if (typed !== undefined && control && control.tagName !== "SELECT") control.value = typed;
  else control?.select?.();
}

// Where Enter leads once the row is saved.
let moveTo = null;

export const stay = () => (moveTo = null);

export function keyInEditor(event, cell) {
  const editor = cell.closest("tbody.row");
  if (event.key === "Escape") {
    event.preventDefault();
    const row = closeEditor(editor);
    focusCell(cellIn(row, cell.dataset.col));
  } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isDirty(editor)) {
    event.preventDefault();
    undo();
  } else if (event.key === "Enter" && fillTo.length && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const cells = fillTo;
    const text = event.target.value;
    closeEditor(editor);
    fillWith(cells.map((part) => part.map((old) => document.getElementById(old.id))), text);
  } else if (event.key === "Enter" && event.target.tagName === "TEXTAREA" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
  } else if (event.key === "Enter" && !event.target.closest("button, a")) {
    event.preventDefault();
    const all = allRows();
    const next = editor.dataset.key ? all[all.indexOf(editor) + 1] : null;
    moveTo = { row: next?.id ?? "row-_new", column: editor.dataset.key ? cell.dataset.col : null };
    if (isDirty(editor) || !editor.dataset.key) {
      submitEditor(editor);
    } else {
      closeEditor(editor);
      arrive();
    }
  }
}

// Goes where Enter was to lead, unless the person has gone elsewhere while the row was saved.
export function arrive() {
  if (!moveTo) return;
  const row = document.getElementById(moveTo.row);
  const column = moveTo.column;
  moveTo = null;
  if (!row || (document.activeElement && document.activeElement !== document.body)) return;
  focusCell(column ? cellIn(row, column) : cellsOf(row)[0]);
}
