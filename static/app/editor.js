// One row in its controls: made from the page's template, filled from the cells it replaces.
const template = document.getElementById("editor-template");
const formTemplate = document.getElementById("form-template");
const forms = document.getElementById("forms");
const PLACEHOLDER = "-key-";
const shownRows = new WeakMap();

export const isEditing = (row) => row.classList.contains("editing");
export const editorOf = (element) => element.closest("tbody.row.editing");

const controls = (editor) => [...editor.querySelectorAll("td[data-col] > input:not([type=hidden]), td[data-col] > select, td[data-col] > textarea")];
const baseOf = (control) => control.closest("td").querySelector("input[type=hidden]");

function keyed(fragment, key) {
  for (const element of fragment.querySelectorAll("*")) {
    for (const attribute of [...element.attributes]) {
      if (attribute.value.includes(PLACEHOLDER)) element.setAttribute(attribute.name, attribute.value.replaceAll(PLACEHOLDER, key));
    }
  }
  return fragment;
}

export function openEditor(row) {
  const key = row.dataset.key;
  const editor = keyed(template.content.cloneNode(true), key).querySelector("tbody");
  editor.dataset.version = row.dataset.version;
  editor.querySelector("input[name=version]").value = row.dataset.version;
  for (const control of controls(editor)) {
    const text = row.querySelector(`td[data-col="${control.name}"] > .text`).textContent;
    control.value = text;
    baseOf(control).value = text;
  }
  const form = keyed(formTemplate.content.cloneNode(true), key).querySelector("form");
  document.getElementById(form.id)?.remove();
  forms.append(form);
  shownRows.set(editor, row);
  row.replaceWith(editor);
  window.htmx.process(form);
  window.htmx.process(editor);
  return editor;
}

export function closeEditor(editor) {
  const key = editor.dataset.key;
  if (!key) {
    for (const control of controls(editor)) control.value = baseOf(control).value;
    return editor;
  }
  const row = shownRows.get(editor);
  if (!row) {
    window.location.assign(`${window.location.pathname}#row-${key}`);
    window.location.reload();
    return editor;
  }
  editor.replaceWith(row);
  document.getElementById(`form-${key}`)?.remove();
  return row;
}

// What is being typed in a row, with what each cell held when editing began.
export function draftOf(editor) {
  const cells = controls(editor).map((control) => [control.name, control.value, baseOf(control).value]);
  return { key: editor.dataset.key, version: editor.dataset.version, cells };
}

export function restoreDraft(editor, draft) {
  editor.querySelector("input[name=version]").value = draft.version;
  for (const control of controls(editor)) {
    const cell = draft.cells.find(([name]) => name === control.name);
    if (!cell) continue;
    control.value = cell[1];
    baseOf(control).value = cell[2];
  }
}

const plain = (text) => text.replaceAll("\r\n", "\n");

export function isDirty(editor) {
  return controls(editor).some((control) => plain(control.value) !== plain(baseOf(control).value));
}

export function submitEditor(editor) {
  if (editor.classList.contains("saving")) return;
  editor.classList.add("saving");
  document.getElementById(`form-${editor.dataset.key || "_new"}`).requestSubmit();
}
