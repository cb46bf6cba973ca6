// Saving a row when it is left, and what happens on the page when an answer comes.
import { focusCell, grid } from "./cells.js";
import { arrive, stay } from "./editing.js";
import { closeEditor, editorOf, isDirty, isEditing, submitEditor } from "./editor.js";
import { completeLists } from "./lists.js";
import { repaint } from "./selection.js";

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
  const refused = [409, 422].includes(event.detail.xhr.status);
  grid.dataset.refused = event.detail.successful ? "" : "yes";
  if (!event.detail.successful && !refused) showFailure(event.detail.xhr.status);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (ofPresence(event)) return;
  completeLists(grid);
  removeIdleForms();
  const wrong = grid.querySelector("tbody.wrong td.invalid :is(input:not([type=hidden]), select, textarea)");
  if (event.detail.xhr && [409, 422].includes(event.detail.xhr.status)) {
    stay();
    wrong?.focus();
    if (!wrong) document.getElementById("refused").scrollIntoView({ block: "nearest" });
  } else {
    arrive();
    refocus();
  }
});

// A row that is no longer open needs no form; the row yet to be added keeps its own.
function removeIdleForms() {
  for (const form of document.querySelectorAll("#forms > form:not(#form-_new)")) {
    const row = document.getElementById(form.id.replace(/^form-/, "row-"));
    if (!row || !isEditing(row)) form.remove();
  }
}

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
