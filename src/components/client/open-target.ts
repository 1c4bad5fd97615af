// Opens the folds around the target of the address. Older browsers do not.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = target?.closest('details:not([open])');
  if (!target || !fold) return;
  for (; fold; fold = fold.parentElement?.closest('details:not([open])')) fold.setAttribute('open', '');
  target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();
