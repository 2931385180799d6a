"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const rows = all(".row");
  const tasks = all(".row.task");
  const doubts = all(".doubt[data-stop]");
  const help = document.querySelector(".help");
  const said = document.querySelector(".bar output");
  let current = null;
  let doubt = -1;

  const rowOf = (number) => document.getElementById("r" + number);
  const boxesOf = (number, field) =>
    all(`.box[data-r~="${number}"]` + (field ? `[data-f="${field}"]` : ""));

  // Brings a box into sight inside its page, which stays beside the records by itself.
  function bring(box) {
    const page = box.closest(".page");
    const inner = box.getBoundingClientRect();
    const outer = page.getBoundingClientRect();
    if (inner.top < outer.top + 10 || inner.bottom > outer.bottom - 10) {
      page.scrollTop += inner.top - outer.top - Math.max(10, (outer.height - inner.height) / 2);
    }
    if (inner.left < outer.left || inner.right > outer.right) {
      page.scrollLeft += inner.left - outer.left - 60;
    }
  }

  function mark(row, field) {
    for (const old of all(".on, .with")) old.classList.remove("on", "with");
    current = row;
    row.classList.add("on");
    const cell = field && row.querySelector(`td[data-f="${field}"]`);
    if (cell) cell.classList.add("on");
    const number = row.dataset.r;
    const whole = boxesOf(number);
    for (const box of whole) box.classList.add("with");
    const own = field ? boxesOf(number, field) : [];
    const boxes = own.length ? own : whole;
    for (const box of boxes) box.classList.add("on");
    said.textContent = row.getAttribute("aria-label");
    return boxes;
  }

  // Shows a row, and one of its cells, in both columns.
  function show(row, field) {
    const boxes = mark(row, field);
    const pair = row.closest(".pair");
    const near = boxes.find((box) => pair && pair.contains(box));
    if (near || boxes[0]) bring(near || boxes[0]);
  }

  function select(row, field) {
    row.scrollIntoView({ block: "nearest" });
    show(row, field);
  }

  function step(list, from, by) {
    return list[Math.min(list.length - 1, Math.max(0, from + by))];
  }

  function nextTask(by) {
    const order = rows.indexOf(current);
    const at = tasks.indexOf(current);
    let row = at < 0 ? null : step(tasks, at, by);
    if (!row) {
      const after = tasks.filter((task) => rows.indexOf(task) > order);
      const before = tasks.filter((task) => rows.indexOf(task) < order);
      row = by > 0 ? after[0] : before[before.length - 1];
    }
    row = row || tasks[0];
    if (!row) return;
    row.focus({ preventScroll: true });
    select(row);
  }

  function nextDoubt(by) {
    if (!doubts.length) return;
    const held = doubts.indexOf(document.activeElement);
    if (held >= 0) doubt = held;
    doubt = doubt < 0 ? (by > 0 ? 0 : doubts.length - 1) : (doubt + by + doubts.length) % doubts.length;
    const found = doubts[doubt];
    const row = found.closest(".row");
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
    const cell = found.closest("td");
    if (row) show(row, cell && cell.dataset.f);
    said.textContent = `${said.dataset.doubt} ${doubt + 1}/${doubts.length}`;
  }

  function toggleHelp() {
    if (help.open) help.close();
    else help.showModal();
  }

  function activate(target) {
    const box = target.closest(".box, .boxes");
    if (box) {
      const row = rowOf(box.dataset.r.split(" ")[0]);
      if (!row) return false;
      row.scrollIntoView({ block: "center" });
      mark(row, box.dataset.f);
      row.focus({ preventScroll: true });
      return true;
    }
    const row = target.closest(".row");
    if (!row) return false;
    const cell = target.closest("td");
    show(row, cell && cell.dataset.f);
    return true;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-key]");
    if (button) return press(button.dataset.key);
    if (event.target.closest("label, input, .help")) return;
    const held = event.target.closest(".doubt[data-stop]");
    if (held) doubt = doubts.indexOf(held);
    activate(event.target);
  });

  function press(key) {
    switch (key) {
      case "n": nextDoubt(1); return true;
      case "p": nextDoubt(-1); return true;
      case "j": nextTask(1); return true;
      case "k": nextTask(-1); return true;
      case "?": toggleHelp(); return true;
      default: return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (help.open && event.key !== "?") return;
    const opens = event.key === "Enter" || event.key === " ";
    const held = event.target.closest("input, button");
    const done = opens ? !held && activate(event.target) : press(event.key);
    if (done) event.preventDefault();
  });
})();
