/* Review of a plan: the source and the items point at each other. The page works without it. */
(function () {
  "use strict";
  var d = document;
  var all = function (s, e) { return [].slice.call((e || d).querySelectorAll(s)); };

  function light(number) {
    all("mark.on").forEach(function (m) { m.classList.remove("on"); });
    all('mark[data-items~="' + number + '"]').forEach(function (m) { m.classList.add("on"); });
  }

  var shown = null;
  function choose(row) {
    shown = row;
    all(".it.sel-on, .it.cur").forEach(function (x) { x.classList.remove("sel-on", "cur"); });
    row.classList.add("sel-on");
    light(row.dataset.number);
    var first = d.getElementById("m" + row.dataset.number);
    if (first && first.offsetParent) first.scrollIntoView({ block: "center" });
  }

  function put(row) {
    choose(row);
    var field = row.querySelector("form.form :is(input, textarea, select):not([type=hidden])"), button = row.querySelector("[data-main]");
    if (field) field.focus({ preventScroll: true });
    else if (button) button.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  /* The keys act on the chosen item, so one is chosen from the start; moving on with j, k or Tab chooses the next. */
  var form = d.querySelector(".ext .it form.form"), named = /^#i\d+$/.test(location.hash) && d.querySelector(location.hash);
  if (form) put(form.closest(".it"));
  else if (named || d.querySelector(".it.cur")) choose(named || d.querySelector(".it.cur"));
  d.addEventListener("focusin", function (e) {
    var row = e.target.closest(".ext .it");
    if (row && row !== shown) choose(row);
  });
  d.addEventListener("keydown", function (e) {
    var close = e.key === "Escape" && e.target.closest(".it form.form") && e.target.closest(".it").querySelector("[data-close]");
    if (close) { e.preventDefault(); close.click(); }
  });

  d.addEventListener("click", function (e) {
    var mark = e.target.closest("mark[data-items]"), number = e.target.closest("[data-show]");
    if (number) {
      e.preventDefault();
      var source = d.querySelector('[data-panel="d"]'), tab = d.querySelector('[data-tab="d"]');
      if (source && tab && source.classList.contains("off") && getComputedStyle(tab).display !== "none" && tab.offsetParent) tab.click();
      light(number.dataset.show);
      var first = d.getElementById("m" + number.dataset.show);
      if (first) first.scrollIntoView({ block: "center" });
    }
    if (mark) {
      var last = mark.dataset.items.split(" ").pop(), row = d.getElementById("i" + last), list = d.querySelector('[data-tab="x"]');
      light(last);
      if (row) {
        if (list && list.offsetParent) list.click();
        choose(row);
        row.scrollIntoView({ block: "center" });
      }
    }
  });

  /* After an item was decided, go on with the next one that waits. */
  d.addEventListener("htmx:load", function (e) {
    var row = e.detail.elt;
    if (!row || !row.classList || !row.classList.contains("it")) return;
    var here = d.getElementById(row.id) || row;
    if (!here.hasAttribute("data-decided")) { put(here); return; }
    var rows = all(".it"), next = rows.slice(rows.indexOf(here) + 1).concat(rows).find(function (x) { return !x.hasAttribute("data-decided"); });
    if (next) put(next);
  });
})();
