// The sentences of the page, in the language that it was served in. Keys of the page lie beside them.
import { clock } from "./time.js";

export const page = JSON.parse(document.getElementById("kiem-chung-du-lieu").textContent);

export const knows = (code) => Object.prototype.hasOwnProperty.call(page.words, code);

// A value that begins with "part." is a sentence's name itself.
export const say = (code, ...values) =>
  (knows(code) ? page.words[code] : code).replace(/\{(\d)\}/g, (_, i) => (/^part\./.test(values[i]) ? say(values[i]) : values[i]));

export const moment = (micros) => say("moment", ...clock(micros));

export const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
