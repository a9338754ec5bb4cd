/* Lá Chắn: the little that a server page cannot do itself. Every page works without it. */
(function () {
  "use strict";
  var d = document, root = d.documentElement, keysKey = "lc-keys-off";
  var $ = function (s, e) { return (e || d).querySelector(s); };
  var $$ = function (s, e) { return [].slice.call((e || d).querySelectorAll(s)); };

  function say(text) {
    var box = $("#thong-bao");
    if (!box) return;
    var p = d.createElement("p");
    p.className = "toast";
    p.textContent = text;
    box.replaceChildren(p);
    setTimeout(function () { p.remove(); }, 8000);
  }

  /* ---- theme: change at once, the server keeps it ---- */
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches; }
  function changeTheme(form) {
    var next = isDark() ? "light" : "dark", body = new URLSearchParams(new FormData(form));
    body.set("theme", next);
    root.dataset.theme = next;
    fetch(form.action, { method: "POST", body: body, redirect: "manual" });
  }

  /* ---- questions before what cannot be undone ---- */
  function ask(text, yes) {
    var box = $("#hoi-lai");
    if (!box || !box.showModal) { if (confirm(text)) yes(); return; }
    $("#hoi-lai-cau").textContent = text;
    $("[data-yes]", box).onclick = function () { box.close(); yes(); };
    box.showModal();
  }

  d.addEventListener("submit", function (e) {
    var form = e.target, by = e.submitter;
    if (form.matches("[data-theme-form]")) { e.preventDefault(); changeTheme(form); return; }
    var question = (by && by.dataset.confirm) || form.dataset.confirm;
    if (question && !form.dataset.confirmed) {
      e.preventDefault();
      e.stopImmediatePropagation();
      ask(question, function () { form.dataset.confirmed = "1"; form.requestSubmit(by || undefined); delete form.dataset.confirmed; });
    }
  }, true);
  d.addEventListener("htmx:confirm", function (e) {
    if (!e.detail.question) return;
    e.preventDefault();
    ask(e.detail.question, function () { e.detail.issueRequest(true); });
  });

  /* ---- clicks ---- */
  d.addEventListener("click", function (e) {
    var t = e.target, b;
    if ((b = t.closest("[data-dismiss]"))) b.parentNode.remove();
    if ((b = t.closest("[data-no]"))) b.closest("dialog").close();
    if ((b = t.closest("[data-exit]"))) { e.preventDefault(); leave(); }
    if ((b = t.closest("[data-print]"))) print();
    if ((b = t.closest("[data-copy]"))) navigator.clipboard.writeText(b.dataset.copy).then(function () { say(b.dataset.copied || b.dataset.copy); });
    if ((b = t.closest("[data-tab]"))) {
      $$("[data-tab]", b.parentNode).forEach(function (x) { x.setAttribute("aria-pressed", x === b); });
      $$("[data-panel]").forEach(function (x) { x.classList.toggle("off", x.dataset.panel !== b.dataset.tab); });
    }
    if ((b = t.closest("[data-mark]"))) {
      $$("mark.on").forEach(function (m) { m.classList.remove("on"); });
      var mark = d.getElementById("m" + b.dataset.mark);
      if (mark) { mark.classList.add("on"); mark.scrollIntoView({ block: "center" }); }
    }
    if ((b = t.closest("[data-fill-username]"))) {
      $("[name=username]").value = b.dataset.fillUsername;
      $("[name=password]").focus();
    }
    $$("details.who[open]").forEach(function (x) { if (!x.contains(t)) x.open = false; });
  });
  d.addEventListener("change", function (e) {
    var t = e.target;
    if (t.type === "radio" && t.closest(".opt")) $$('.opt input[name="' + t.name + '"]').forEach(function (x) { x.closest(".opt").classList.toggle("on", x.checked); });
    if (t.matches("[data-keys-switch]")) try { if (t.checked) localStorage.removeItem(keysKey); else localStorage.setItem(keysKey, "1"); } catch (x) { /* private window */ }
  });

  /* ---- quick exit of the public pages: cover first, then leave without a step in the history ---- */
  function leave() { root.style.visibility = "hidden"; d.title = "Dự báo thời tiết"; location.replace("https://nchmf.gov.vn"); }
  var shifts = 0, shiftTimer;
  d.addEventListener("keyup", function (e) {
    if (e.key !== "Shift" || !$("[data-exit]") || (typing(e) && matchMedia("(pointer:coarse)").matches)) return;
    shifts += 1;
    clearTimeout(shiftTimer);
    shiftTimer = setTimeout(function () { shifts = 0; }, 1200);
    if (shifts >= 3) leave();
  });

  /* ---- keys ---- */
  var going = false;
  function typing(e) { return /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && !/^(checkbox|radio|button|submit)$/.test(e.target.type) || e.target.isContentEditable; }
  function keysOff() { try { return localStorage.getItem(keysKey) === "1"; } catch (x) { return false; } }
  function go(link) { if (link) link.click(); return !!link; }
  function move(step) {
    var rows = $$("[data-list] .li, [data-list] .it"), at = rows.findIndex(function (x) { return x.classList.contains("sel-on"); });
    if (!rows.length) return;
    var next = Math.max(0, Math.min(rows.length - 1, at + step)), link = $("a.t, a, button", rows[next]);
    rows.forEach(function (x, i) { x.classList.toggle("sel-on", i === next); });
    rows[next].scrollIntoView({ block: "nearest" });
    if (link) link.focus({ preventScroll: true });
  }
  d.addEventListener("keydown", function (e) {
    if (e.key !== "Shift") shifts = 0;
    if (typing(e) || e.ctrlKey || e.metaKey || e.altKey || $("dialog[open]") || e.key.length > 1 && e.key !== "Enter") return;
    if (keysOff() && e.key !== "?") return;
    var row = $("[data-list] .sel-on"), done = true;
    if (going) { going = false; done = go($('[data-go="' + CSS.escape(e.key) + '"]')); }
    else if (e.key === "/") { var s = $(".search input"); if (s) s.focus(); else done = false; }
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "g") going = true;
    else if (e.key === "c") done = go($("[data-key-new]"));
    else if (e.key === "?") { var box = $("#phim-tat"); if (box && box.showModal) { var sw = $("[data-keys-switch]", box); sw.checked = !keysOff(); box.showModal(); } else done = false; }
    else if (e.key === "Enter") done = e.target === d.body && row && go($("a.t", row));
    else done = row && go($('[data-key="' + CSS.escape(e.key) + '"]', row));
    if (done) e.preventDefault();
  });

  /* ---- htmx ---- */
  d.addEventListener("announce", function (e) { say(e.detail.value || e.detail); });
  d.addEventListener("htmx:sendError", function () { say(d.body.dataset.lost); });
  d.addEventListener("htmx:responseError", function (e) { if (e.detail.xhr.status >= 500) say(d.body.dataset.failed); });
  d.addEventListener("htmx:load", function (e) { focusErrors(e.detail.elt); });

  function focusErrors(where) { var box = $("[data-focus]", where); if (box) box.focus(); }
  focusErrors(d);
})();
