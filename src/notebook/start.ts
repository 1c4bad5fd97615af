import './add-buttons.ts';

// The page of the notebook has more code. It is loaded from here, so that other pages need one script.
if (document.querySelector('record-notebook')) void import('./notebook-page.ts');
