// The list of worksheets: shows where one is, and keeps open what was opened while it is renewed.
const nav = document.getElementById("nav");
const here = nav?.querySelector("[aria-current]");
if (here) nav.scrollTop = Math.max(0, here.offsetTop - nav.clientHeight / 2);

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target !== nav) return;
  for (const open of nav.querySelectorAll("details[open]")) {
    event.detail.fragment.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
});
