// The typeface in two files for each weight: what Vietnamese is written with, which every page needs, and letters of other tongues, which are
// fetched only where they stand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const source = "@expo-google-fonts/be-vietnam-pro";
const weights = { 400: "400Regular/BeVietnamPro_400Regular.ttf", 700: "700Bold/BeVietnamPro_700Bold.ttf" };

// Of faces that overlap the later one is taken, so that the first need not leave out what the second has. It names nothing that the typeface
// lacks: the triangle before a summary would fetch it for nothing.
const letters = {
  other:
    "U+00A1-017E, U+01E6-01E7, U+02C6-02DC, U+0302-0312, U+031B, U+0326-0328, U+1E20-1E9E, U+201A, U+201E, U+2020-2021, U+2030, U+2039-203A, U+2044, U+2070-2089, U+20AC, " +
    "U+2122, U+215B-215E, U+2215, U+2248, U+2260",
  vietnamese:
    "U+0020-007E, U+00A0, U+00A7, U+00A9, U+00AB, U+00B0-00B2, U+00B7, U+00BB, U+00BD, U+00C0-00C3, U+00C8-00CA, U+00CC-00CD, U+00D2-00D5, U+00D7, U+00D9-00DA, U+00DD, " +
    "U+00E0-00E3, U+00E8-00EA, U+00EC-00ED, U+00F2-00F5, U+00F7, U+00F9-00FA, U+00FD, U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, " +
    "U+0300-0301, U+0303, U+0309, U+0323, U+1EA0-1EF9, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AB, U+2212, U+2264-2265",
};

function codes(range) {
  return range.split(", ").flatMap((part) => {
    const [first, last = first] = part.slice(2).split("-").map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** The files by name, and the style sheet that names them. */
export async function fonts(modules) {
  const files = new Map([["LICENSE", readFileSync(join(modules, source, "LICENSE_FONT"))]]);
  const own = new Set(codes(letters.vietnamese));
  let css = "";
  for (const [weight, file] of Object.entries(weights))
    for (const [name, range] of Object.entries(letters)) {
      const wanted = codes(range).filter((code) => name === "vietnamese" || !own.has(code));
      const woff2 = `be-vietnam-pro-${name}-${weight}.woff2`;
      files.set(woff2, await subsetFont(readFileSync(join(modules, source, file)), String.fromCodePoint(...wanted), { targetFormat: "woff2" }));
      css += `@font-face{font-family:"Be Vietnam Pro";font-display:swap;font-weight:${weight};src:url("fonts/${woff2}") format("woff2");unicode-range:${range.replaceAll(" ", "")}}`;
    }
  return { files, css };
}
