// Suggestions under a search box for procedures; without this script the box is a plain search.
for (const input of document.querySelectorAll("input[type=search][name=q]")) {
  const list = document.createElement("datalist");
  list.id = `${input.id || "q"}-goi-y`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const text = input.value.trim();
    if (text.length < 2) return;
    waiting = setTimeout(async () => {
      const answer = await fetch(`/thu-tuc/goi-y?q=${encodeURIComponent(text)}`);
      if (!answer.ok || input.value.trim() !== text) return;
      list.replaceChildren(...(await answer.json()).map(({ code, name, field }) => {
        const option = document.createElement("option");
        option.value = name;
        option.label = `${code} · ${field}`;
        return option;
      }));
    }, 150);
  });
}
