// Taking back and bringing back one's own last changes.
import { grid } from "./cells.js";
import { send } from "./block.js";

export const undo = () => send(grid.dataset.undo, { sheet: grid.dataset.sheet });
export const redo = () => send(grid.dataset.redo, { sheet: grid.dataset.sheet });

for (const [id, act] of [["undo-button", undo], ["redo-button", redo]]) {
  document.getElementById(id)?.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
}
