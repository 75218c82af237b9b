// Runs before the first paint, or whoever chose an appearance would see the other one flash.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("kring.appearance");
  } catch {
    // Storage is closed to this page: the device decides.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.appearance = chosen;
})();
