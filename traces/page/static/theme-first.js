// Runs before the first paint, so that the chosen theme does not flash.
"use strict";
try {
  const theme = localStorage.getItem("doable-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* no storage: the system decides */ }
