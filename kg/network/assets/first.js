// Runs before anything is painted: a dark page does not flash white while its data is read.
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
