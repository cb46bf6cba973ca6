// The grid: moving between cells, opening a row in place, saving it when it is left.
// Without this file every row still has its Edit link and its form.
import { closeEditor, editorOf, isDirty, isEditing, openEditor, submitEditor } from "./editor.js";
import { clear, fillDown, fillWith, move, send } from "./block.js";
import { allRows, cellIn, cellsOf, controlIn, editable, focusCell, grid, neighbour, rowOf } from "./cells.js";
import "./clipboard.js";
import { completeLists } from "./lists.js";
import { showColumnHelp } from "./help.js";
import { clearSelection, hasSelection, repaint, selectColumn, selectTo, selectedCells } from "./selection.js";
import { redo, undo } from "./undo.js";

// The cells that were selected when editing began; Ctrl+Enter fills them all.
let fillTo = [];

function edit(cell, typed) {
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

let moveTo = null;

function keyInEditor(event, cell) {
  const editor = cell.closest("tbody.row");
  if (event.key === "Escape") {
    event.preventDefault();
    const row = closeEditor(editor);
    focusCell(cellIn(row, cell.dataset.col));
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
function arrive() {
  if (!moveTo) return;
  const row = document.getElementById(moveTo.row);
  const column = moveTo.column;
  moveTo = null;
  if (!row || (document.activeElement && document.activeElement !== document.body)) return;
  focusCell(column ? cellIn(row, column) : cellsOf(row)[0]);
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
    take.closest("p").remove();
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

// Leaving a row saves it. The check waits for the focus to arrive, because a click on a control
// of the same row passes through the document's body first.
grid.addEventListener("focusout", (event) => {
  const editor = editorOf(event.target);
  if (!editor) return;
  setTimeout(() => {
    if (!editor.isConnected || editor.contains(document.activeElement) || !document.hasFocus()) return;
    if (isDirty(editor)) submitEditor(editor);
    else if (editor.dataset.key && !editor.classList.contains("wrong")) closeEditor(editor);
  }, 0);
});

// A row that somebody is editing keeps its controls when a save elsewhere changes its marks; a
// cell in focus has it again when its row was exchanged.
let lostFocus = "";
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const row = event.detail.target;
  if (!row.matches?.("tbody.row")) return;
  const inner = event.detail.fragment?.querySelector?.("tbody.row");
  if (row.classList.contains("editing") && (!inner || inner.id === row.id)) event.detail.shouldSwap = false;
  else if (row.contains(document.activeElement)) lostFocus = document.activeElement.id;
});
document.addEventListener("htmx:oobAfterSwap", () => {
  refocus();
  repaint();
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const cell = document.activeElement?.closest?.("#grid td[data-col]");
  if (event.detail.xhr.getResponseHeader("HX-Refresh") && cell) sessionStorage.setItem("focus", cell.id);
});

function refocus() {
  const id = lostFocus;
  lostFocus = "";
  if (id && document.activeElement === document.body) focusCell(document.getElementById(id));
}

// What the head of the page asks for by itself says nothing about a save.
const ofPresence = (event) => Boolean(event.target.closest?.("#presence"));

document.addEventListener("htmx:afterRequest", (event) => {
  if (ofPresence(event)) return;
  const form = event.detail.elt.closest?.("form") ?? event.detail.elt.form;
  const refused = [409, 422].includes(event.detail.xhr.status);
  if (!refused && event.detail.successful && form && form.id !== "form-_new") form.remove();
  grid.dataset.refused = event.detail.successful ? "" : "yes";
  if (!event.detail.successful && !refused) showFailure(event.detail.xhr.status);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (ofPresence(event)) return;
  completeLists(grid);
  const wrong = grid.querySelector("tbody.wrong td.invalid :is(input:not([type=hidden]), select, textarea)");
  if (event.detail.xhr && [409, 422].includes(event.detail.xhr.status)) {
    moveTo = null;
    wrong?.focus();
    if (!wrong) document.getElementById("refused").scrollIntoView({ block: "nearest" });
  } else {
    arrive();
    refocus();
  }
});

// Signing in again in another window changes the token that the server expects.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (!token) return;
  event.detail.headers["X-CSRFToken"] = token;
  event.detail.parameters.delete("csrfmiddlewaretoken");
});

const FAILURES = {
  0: "the server cannot be reached",
  401: "you are signed out. Sign in in another window",
  403: "you may not change this cluster any more",
};

function showFailure(code) {
  const status = document.getElementById("status");
  status.classList.add("failed");
  status.textContent = `Not saved: ${FAILURES[code] ?? "the server did not answer as expected"}. Your input is still in the row; press Enter there to try again.`;
  grid.querySelectorAll("tbody.saving").forEach((row) => row.classList.remove("saving"));
}

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
