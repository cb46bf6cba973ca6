// Changing many cells at once: sends them in one request, all or nothing.
import { allRows, cellIn, cellsOf, focusCell, grid, rowBeside, rowOf, textIn } from "./cells.js";
import { selectedCells } from "./selection.js";

export function send(address, values) {
  return window.htmx.ajax("POST", address, { source: grid, swap: "none", values });
}

function line(row, cells, texts) {
  const sent = { key: row.dataset.key, version: Number(row.dataset.version), cells: {}, base: {} };
  cells.forEach((cell, place) => {
    sent.cells[cell.dataset.col] = texts[place];
    sent.base[cell.dataset.col] = textIn(cell);
  });
  return sent;
}

function save(how, lines) {
  if (lines.length) send(grid.dataset.block, { how, lines: JSON.stringify(lines) });
}

export function clear() {
  const rows = selectedCells().filter((cells) => rowOf(cells[0]).dataset.key);
  save("clear", rows.map((cells) => line(rowOf(cells[0]), cells, cells.map(() => ""))));
}

// One text into every selected cell.
export function fillWith(rows, text) {
  save("fill", rows.map((cells) => line(rowOf(cells[0]), cells, cells.map(() => text))));
}

// The first selected row into those below it; with one row selected, the row above into it.
export function fillDown() {
  let rows = selectedCells();
  if (!rows.length) return;
  let source = rows[0];
  if (rows.length > 1) {
    rows = rows.slice(1);
  } else {
    const above = rowBeside(rowOf(source[0]), -1);
    if (!above) return;
    const places = source.map((cell) => cellsOf(rowOf(cell)).indexOf(cell));
    source = places.map((place) => cellsOf(above)[place]);
  }
  const texts = source.map(textIn);
  save("fill", rows.map((cells) => line(rowOf(cells[0]), cells, texts)));
}

// A block of texts from the cell on; rows beyond the last one are added.
export function paste(cell, texts) {
  const selected = selectedCells();
  const start = selected.length > 1 || selected[0]?.length > 1 ? selected[0][0] : cell;
  const block = tiled(texts, selected);
  const first = cellsOf(rowOf(start)).indexOf(start);
  const columns = cellsOf(rowOf(start)).map((other) => other.dataset.col);
  let row = rowOf(start);
  const lines = [];
  for (const part of block) {
    const wanted = part.slice(0, columns.length - first);
    if (row?.dataset.key) {
      lines.push(line(row, cellsOf(row).slice(first, first + wanted.length), wanted));
    } else {
      const cells = Object.fromEntries(wanted.map((text, place) => [columns[first + place], text]));
      lines.push({ key: "", version: 0, cells, base: {} });
    }
    row = row && rowBeside(row, 1);
  }
  save("paste", lines);
}

// A selection that holds the block a whole number of times is filled with it.
function tiled(texts, selected) {
  const height = selected.length;
  const width = selected[0]?.length ?? 0;
  if (height % texts.length || width % texts[0].length) return texts;
  const rows = Array.from({ length: height }, (_, y) => texts[y % texts.length]);
  return rows.map((row) => Array.from({ length: width }, (_, x) => row[x % texts[0].length]));
}

// Moves a row up or down by one; the browser moves it once the server has.
export function move(key, down, column) {
  const keys = allRows().map((row) => row.dataset.key).filter(Boolean);
  const place = keys.indexOf(key) + down;
  if (!keys.includes(key) || place < 0 || place >= keys.length) return;
  const above = (down > 0 ? keys[place] : keys[place - 1]) ?? "";
  send(`${grid.dataset.rows}${key}/move/`, { above, moved: "yes" }).then(() => {
    if (grid.dataset.refused) return;
    const row = document.getElementById(`row-${key}`);
    const beside = document.getElementById(`row-${keys[place]}`);
    if (down > 0) beside.after(row);
    else beside.before(row);
    focusCell(cellIn(row, column));
  });
}
