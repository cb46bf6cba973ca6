// Shows what the column in focus means, below the grid.
const panel = document.getElementById("column-help");

export function showColumnHelp(column) {
  const entry = document.getElementById(`help-${column}`);
  if (!entry || panel.dataset.column === column) return;
  panel.dataset.column = column;
  panel.replaceChildren(...[...entry.children].map((child) => child.cloneNode(true)));
  panel.hidden = false;
}
