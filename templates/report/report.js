(function () {
  "use strict";
  function unfold() {
    var page = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = page && page.querySelector("details");
    if (folded) { folded.open = true; page.scrollIntoView(); }
  }
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".page details").forEach(function (one) { one.open = true; });
  });
  unfold();
  var table = document.getElementById("act-table"), box = document.getElementById("filters");
  if (!table || !box) { return; }
  var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var keys = rows.map(function (row) {
    return {
      rank: Number(row.dataset.rank), due: row.dataset.due,
      title: row.cells[0].textContent.trim().toLowerCase(), owner: row.cells[2].textContent.trim().toLowerCase()
    };
  });

  function field(label, control, id) {
    var wrap = document.createElement("div"), text = document.createElement("label");
    control.id = id; text.htmlFor = id; text.textContent = label;
    wrap.append(text, control); box.append(wrap);
    return control;
  }
  var words = field("Filter by words", document.createElement("input"), "filter-words");
  words.type = "search";
  var kind = field("Show", document.createElement("select"), "filter-kind");
  [["", "Everything"], ["urgent", "Overdue and act now"], ["problem", "Fix"], ["soon", "Soon"], ["note", "Note"]].forEach(function (pair) {
    kind.append(new Option(pair[1], pair[0]));
  });
  var owner = field("Owner", document.createElement("select"), "filter-owner");
  owner.append(new Option("Everybody", ""));
  Array.from(new Set(rows.map(function (row) { return row.cells[2].textContent.trim(); }))).sort().forEach(function (name) {
    owner.append(new Option(name, name.toLowerCase()));
  });
  var told = document.createElement("p");
  told.setAttribute("role", "status");
  box.append(told);
  box.hidden = false;

  function filter() {
    var wanted = words.value.trim().toLowerCase(), shown = 0;
    rows.forEach(function (row, index) {
      var fits = (!wanted || texts[index].includes(wanted)) && (!kind.value || row.dataset.kind === kind.value) && (!owner.value || keys[index].owner === owner.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    told.textContent = shown + " of " + rows.length + (rows.length === 1 ? " page" : " pages") + " shown";
  }
  [words, kind, owner].forEach(function (control) { control.addEventListener("input", filter); });
  filter();

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) {
    var key = head.dataset.sort, button = document.createElement("button");
    button.type = "button"; button.textContent = head.textContent;
    head.textContent = ""; head.append(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "ascending";
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var order = rows.map(function (row, index) { return index; }).sort(function (a, b) {
        var one = keys[a][key], two = keys[b][key], sign = one < two ? -1 : one > two ? 1 : 0;
        if (one === "" || two === "") { return (one === "") - (two === "") || a - b; }
        return (down ? -sign : sign) || a - b;
      });
      var made = document.createDocumentFragment();
      order.forEach(function (index) { made.append(rows[index]); });
      body.append(made);
    });
  });
}());
