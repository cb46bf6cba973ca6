// The list of worksheets: shows where one is, and keeps open what was opened while it is renewed.
const nav = document.getElementById("nav");
nav?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target !== nav) return;
  for (const open of nav.querySelectorAll("details[open]")) {
    event.detail.fragment.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
});
