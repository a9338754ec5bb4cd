/* Review of a plan: the source and the items point at each other. The page works without it. */
(function () {
  "use strict";
  var d = document;
  var all = function (s, e) { return [].slice.call((e || d).querySelectorAll(s)); };

  function light(number) {
    all("mark.on").forEach(function (m) { m.classList.remove("on"); });
    all('mark[data-items~="' + number + '"]').forEach(function (m) { m.classList.add("on"); });
  }

  function choose(row) {
    all(".it.sel-on").forEach(function (x) { x.classList.remove("sel-on"); });
    row.classList.add("sel-on");
    light(row.dataset.number);
  }

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
    if (!here.hasAttribute("data-decided")) { choose(here); return; }
    var rows = all(".it"), next = rows.slice(rows.indexOf(here) + 1).concat(rows).find(function (x) { return !x.hasAttribute("data-decided"); });
    if (!next) return;
    choose(next);
    var button = next.querySelector("[data-key=a]");
    if (button) button.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  });
})();
