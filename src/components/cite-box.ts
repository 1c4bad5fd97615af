/** Adds to a cite box what needs JavaScript: buttons that copy a citation and say so. Without it the text is there to be selected. */
class CiteBox extends HTMLElement {
  connectedCallback() {
    const status = this.querySelector('[role=status]')!;
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', async () => {
        const text = this.querySelector(`#${button.dataset['copy']}`)!;
        try {
          await navigator.clipboard.writeText(text.textContent.trim());
          status.textContent = `Copied: ${button.dataset['what']}`;
        } catch {
          // No permission, or no secure origin: the text is selected for the reader to copy.
          getSelection()!.selectAllChildren(text);
          status.textContent = 'Selected: copy it with your keyboard.';
        }
      });
    }
  }
}

customElements.define('cite-box', CiteBox);
