// Tells the others which row is being edited here. A page that nobody sees keeps quiet.
const place = document.getElementById("presence");
const WAIT = 400;

const editedRow = () => {
  const open = [...document.querySelectorAll("tbody.row.editing[data-key]:not([data-key=''])")];
  return (open.find((row) => row.contains(document.activeElement)) ?? open[0])?.dataset.key ?? "";
};

let told = "";
let waiting = 0;

// Says so at once when the row changes, not only at the next turn.
function tellSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (editedRow() !== told) window.htmx.trigger(place, "seen");
  }, WAIT);
}

place.addEventListener("htmx:configRequest", (event) => {
  told = editedRow();
  event.detail.parameters.set("row", told);
  event.detail.parameters.set("stamp", document.getElementById("digest").dataset.stamp);
});
place.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) window.htmx.trigger(place, "seen");
});
document.addEventListener("focusin", tellSoon);
document.addEventListener("focusout", tellSoon);
