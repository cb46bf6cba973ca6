// The grid: moving between cells, opening a row in place, saving it when it is left.
// Without this file every row still has its Edit link and its form.
import { closeEditor, editorOf, isDirty, isEditing, openEditor, submitEditor } from "./editor.js";
import { completeLists } from "./lists.js";
import { showColumnHelp } from "./help.js";

const grid = document.getElementById("grid");
const editable = !grid.classList.contains("readonly");

const rows = () => [...grid.querySelectorAll("tbody.row")];
const cells = (row) => [...row.querySelectorAll("td[data-col]")];
const controlIn = (cell) => cell?.querySelector("input:not([type=hidden]), select, textarea");

function focusCell(cell) {
  if (!cell) return;
  const control = controlIn(cell);
  if (control) {
    control.focus();
    control.select?.();
    return;
  }
  grid.querySelectorAll("td[tabindex='0']").forEach((other) => (other.tabIndex = -1));
  cell.tabIndex = 0;
  cell.focus();
}

function cellIn(row, column) {
  return row && (row.querySelector(`td[data-col="${column}"]`) ?? cells(row)[0]);
}

function edit(cell, typed) {
  if (!editable) return;
  const row = cell.closest("tbody.row");
  const column = cell.dataset.col;
  const editor = isEditing(row) ? row : openEditor(row);
  const control = controlIn(cellIn(editor, column));
  control?.focus();
  if (typed !== undefined && control && control.tagName !== "SELECT") control.value = typed;
  else control?.select?.();
}

function neighbour(cell, down, right) {
  const row = cell.closest("tbody.row");
  const all = rows();
  const target = all[all.indexOf(row) + down] ?? row;
  const here = cells(row).indexOf(cell);
  return cells(target)[Math.min(Math.max(here + right, 0), cells(target).length - 1)];
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function keyInCell(event, cell) {
  if (event.target.closest("a, button") && event.key !== "F2") return;
  const move = MOVES[event.key];
  if (move) {
    event.preventDefault();
    focusCell(neighbour(cell, ...move));
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    edit(cell);
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== "?") {
    event.preventDefault();
    edit(cell, event.key === " " ? undefined : event.key);
  }
}

let moveTo = null;

function keyInEditor(event, cell) {
  const editor = cell.closest("tbody.row");
  if (event.key === "Escape") {
    event.preventDefault();
    const row = closeEditor(editor);
    focusCell(cellIn(row, cell.dataset.col));
  } else if (event.key === "Enter" && event.target.tagName === "TEXTAREA" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
  } else if (event.key === "Enter" && !event.target.closest("button, a")) {
    event.preventDefault();
    const all = rows();
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
  const cell = column ? cellIn(row, column) : cells(row)[0];
  if (isEditing(row)) focusCell(cell);
  else edit(cell);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const cell = event.target.closest?.("#grid td[data-col]");
  if (cell && isEditing(cell.closest("tbody.row"))) keyInEditor(event, cell);
  else if (cell) keyInCell(event, cell);
  const typing = event.target.closest?.("input, select, textarea, dialog");
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "F8") {
    event.preventDefault();
    nextFinding(cell);
  } else if (!typing && event.key === "?") {
    event.preventDefault();
    document.getElementById("keys").showModal();
  } else if (!typing && !cell && event.key.toLowerCase() === "a") {
    const fresh = document.getElementById("row-_new");
    if (fresh) {
      event.preventDefault();
      focusCell(cells(fresh)[0]);
    }
  }
});

function nextFinding(from) {
  const marked = [...grid.querySelectorAll("td[data-col].blocker, td[data-col].warning, td[data-col].advice")];
  if (!marked.length) return;
  const after = from
    ? marked.findIndex((cell) => from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING)
    : 0;
  focusCell(marked[Math.max(after, 0)]);
}

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
    edit(cells(link.closest("tbody.row"))[0]);
  } else if (cell && !isEditing(cell.closest("tbody.row"))) {
    edit(cell);
    if (!editable) focusCell(cell);
  }
  const cancel = event.target.closest("a.cancel");
  if (cancel) {
    event.preventDefault();
    closeEditor(cancel.closest("tbody.row"));
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
  focusCell(mark.closest("td[data-col]") ?? cells(mark.closest("tbody.row"))[0]);
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

// A row that somebody is editing keeps its controls when a save elsewhere changes its marks.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const row = event.detail.target;
  if (row.matches?.("tbody.row.editing")) event.detail.shouldSwap = false;
});

// What the head of the page asks for by itself says nothing about a save.
const ofPresence = (event) => Boolean(event.target.closest?.("#presence"));

document.addEventListener("htmx:afterRequest", (event) => {
  if (ofPresence(event)) return;
  const form = event.detail.elt.closest?.("form") ?? event.detail.elt.form;
  const refused = [409, 422].includes(event.detail.xhr.status);
  if (!refused && event.detail.successful && form && form.id !== "form-_new") form.remove();
  if (!event.detail.successful && !refused) showFailure(event.detail.xhr.status);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (ofPresence(event)) return;
  completeLists(grid);
  const wrong = grid.querySelector("tbody.wrong td.invalid :is(input:not([type=hidden]), select, textarea)");
  if (event.detail.xhr && [409, 422].includes(event.detail.xhr.status)) {
    moveTo = null;
    wrong?.focus();
  } else {
    arrive();
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
  const cell = column ? cellIn(body, column) : cells(body)[0];
  cell.scrollIntoView({ block: "center", inline: "nearest" });
  focusCell(cell);
}

document.getElementById("add")?.addEventListener("click", (event) => {
  event.preventDefault();
  focusCell(cells(document.getElementById("row-_new"))[0]);
});
const keysButton = document.getElementById("keys-button");
keysButton.hidden = false;
keysButton.addEventListener("click", () => document.getElementById("keys").showModal());
window.addEventListener("hashchange", followAnchor);
completeLists(grid);
focusable();
followAnchor();

function focusable() {
  const first = grid.querySelector("tbody.row:not(.editing) td[data-col]");
  if (first) first.tabIndex = 0;
}
