/** Adds a copy button to each citation of a page. Without JavaScript, readers select the text. */
class CiteBox extends HTMLElement {
  connectedCallback() {
    const status = this.querySelector('[role=status]')!;
    for (const text of this.querySelectorAll('.citation')) {
      const style = text.closest('details')!.querySelector('summary')!.textContent;
      const part = text.closest('dd')!.parentElement!.querySelector('dt')!.textContent;
      const description = `${style}, ${part.toLowerCase()}`;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Copy';
      button.setAttribute('aria-label', `Copy ${description}`);
      button.dataset['copy'] = text.id;
      button.addEventListener('click', () => {
        void copy(text).then((isCopied) => {
          status.textContent = isCopied ? `Copied: ${description}` : 'Selected: copy it with your keyboard.';
        });
      });
      text.after(button);
    }
  }
}

/** Copies the text of an element. Selects it instead if the page has no permission or no secure origin. */
async function copy(element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    getSelection()!.selectAllChildren(element);
    return false;
  }
}

customElements.define('cite-box', CiteBox);
