/** Adds to a cite box what needs JavaScript: buttons that copy a citation and say so. Without it the text is there to be selected. */
class CiteBox extends HTMLElement {
  connectedCallback() {
    const status = this.querySelector('[role=status]')!;
    for (const text of this.querySelectorAll('.citation')) {
      const style = text.closest('details')!.querySelector('summary')!.textContent;
      const part = text.closest('dd')!.parentElement!.querySelector('dt')!.textContent;
      const what = `${style}, ${part.toLowerCase()}`;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Copy';
      button.setAttribute('aria-label', `Copy ${what}`);
      button.dataset['copy'] = text.id;
      button.addEventListener('click', async () => {
        try {
          await navigator.clipboard.writeText(text.textContent.trim());
          status.textContent = `Copied: ${what}`;
        } catch {
          // No permission, or no secure origin: the text is selected for the reader to copy.
          getSelection()!.selectAllChildren(text);
          status.textContent = 'Selected: copy it with your keyboard.';
        }
      });
      text.after(button);
    }
  }
}

customElements.define('cite-box', CiteBox);
