// Finding and focusing the cells of the grid.
export const grid = document.getElementById("grid");
export const editable = !grid.classList.contains("readonly");

export const allRows = () => [...grid.querySelectorAll("tbody.row")];
export const cellsOf = (row) => [...row.firstElementChild.children].filter((cell) => cell.dataset.col);
export const controlIn = (cell) => cell?.querySelector("input:not([type=hidden]), select, textarea");
export const rowOf = (cell) => cell.closest("tbody.row");
export const textIn = (cell) => controlIn(cell)?.value ?? cell.querySelector(".text").textContent;

export function cellIn(row, column) {
  return row && (row.querySelector(`td[data-col="${column}"]`) ?? cellsOf(row)[0]);
}

let stop = null;

export function focusCell(cell) {
  if (!cell) return;
  const control = controlIn(cell);
  if (control) {
    control.focus();
    control.select?.();
    return;
  }
  if (stop) stop.tabIndex = -1;
  stop = cell;
  cell.tabIndex = 0;
  cell.focus();
}

// The row above or below, however many rows the sheet has.
export function rowBeside(row, down) {
  let other = row;
  do {
    other = down > 0 ? other.nextElementSibling : other.previousElementSibling;
  } while (other && !other.matches("tbody.row"));
  return other;
}

export function neighbour(cell, down, right) {
  const row = rowOf(cell);
  const target = (down && rowBeside(row, down)) || row;
  const here = cellsOf(row).indexOf(cell);
  const cells = cellsOf(target);
  return cells[Math.min(Math.max(here + right, 0), cells.length - 1)];
}
