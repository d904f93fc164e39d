// Writes down the licences of everything that the built editor holds.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const roots = ["@codemirror", "@lezer", "@marijn"].flatMap((scope) =>
  existsSync(`node_modules/${scope}`) ? readdirSync(`node_modules/${scope}`).map((name) => `${scope}/${name}`) : []);
const packages = [...roots, "crelt", "style-mod", "w3c-keyname"].filter((name) => existsSync(`node_modules/${name}`)).sort();
const parts = packages.map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = ["LICENSE", "LICENSE.md"].find((each) => existsSync(`node_modules/${name}/${each}`));
  return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}\n`;
});
writeFileSync("../assets/editor.LICENSE.txt", `editor.js is built from these packages.\n\n${parts.join("\n----\n\n")}`);
