// Leaving the page while a row is being typed or saved: nothing typed is lost.
import { grid } from "./cells.js";
import { draftOf, isDirty, openEditor, restoreDraft, submitEditor } from "./editor.js";

const DRAFTS = "drafts";
const open = () => [...grid.querySelectorAll("tbody.row.editing")];
const unsaved = () => open().filter((editor) => editor.classList.contains("saving") || isDirty(editor));

let going = "";
let leaving = false;

// A link waits until the row is saved; when it is refused, the page stays with what is wrong.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const plain = !event.defaultPrevented && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || link.target || link.closest("#grid") || link.pathname === location.pathname) return;
  const editors = unsaved();
  if (!editors.length) return;
  event.preventDefault();
  going = link.href;
  editors.forEach(submitEditor);
});

document.addEventListener("htmx:afterSettle", () => {
  if (!going || grid.querySelector("tbody.saving")) return;
  const target = going;
  going = "";
  if (!unsaved().length) location.assign(target);
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful && !event.target.closest?.("#presence")) going = "";
});

// The page is loaded anew after large changes: what is being typed comes along.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (!event.detail.xhr.getResponseHeader("HX-Refresh")) return;
  leaving = true;
  const drafts = open().filter(isDirty).map(draftOf);
  if (drafts.length) sessionStorage.setItem(DRAFTS, JSON.stringify({ page: location.pathname, drafts }));
});

window.addEventListener("beforeunload", (event) => {
  if (!leaving && unsaved().length) event.preventDefault();
});

const kept = JSON.parse(sessionStorage.getItem(DRAFTS) ?? "{}");
sessionStorage.removeItem(DRAFTS);
for (const draft of kept.page === location.pathname ? kept.drafts : []) {
  const row = document.getElementById(`row-${draft.key || "_new"}`);
  if (row) restoreDraft(row.classList.contains("editing") ? row : openEditor(row), draft);
}
