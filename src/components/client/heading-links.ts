// Makes each heading of a section a link to itself, so that readers can copy its address.
for (const heading of document.querySelectorAll<HTMLElement>('main h2[id]')) {
  if (heading.closest('summary') || heading.querySelector('a')) continue;
  const link = document.createElement('a');
  link.href = `#${heading.id}`;
  link.append(...heading.childNodes);
  heading.append(link);
}
