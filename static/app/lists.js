// Completion for cells that hold several names: offers names for the last one being typed.
export function completeLists(root) {
  for (const input of root.querySelectorAll("input[data-many]:not([data-completes])")) {
    input.dataset.completes = "yes";
    input.addEventListener("input", () => offer(input));
    input.addEventListener("focus", () => offer(input));
  }
}

function offer(input) {
  const source = input.dataset.source ?? input.getAttribute("list");
  input.dataset.source = source;
  const names = document.getElementById(source);
  if (!names) return;
  const cut = input.value.lastIndexOf(",") + 1;
  const before = input.value.slice(0, cut);
  const taken = new Set(before.split(",").map((name) => name.trim()));
  let list = document.getElementById("names-for-list");
  if (!list) {
    list = document.createElement("datalist");
    list.id = "names-for-list";
    names.after(list);
  }
  const lead = before ? `${before.trimEnd()} ` : "";
  const options = [...names.options].filter((option) => !taken.has(option.value));
  list.replaceChildren(...options.map((option) => new Option("", lead + option.value)));
  input.setAttribute("list", list.id);
}
