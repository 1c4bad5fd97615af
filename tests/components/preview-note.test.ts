import { afterEach, expect, test } from 'vitest';
import PreviewNote from '../../src/components/PreviewNote.astro';
import { siteUrl } from '../../src/config/site.ts';
import { render } from '../support/render.ts';

const { isPreview } = siteUrl;
afterEach(() => void (siteUrl.isPreview = isPreview));

test('PreviewNote marks a build without SITE_URL as a local preview', async () => {
  siteUrl.isPreview = true;
  expect((await render(PreviewNote, {})).body.textContent).toContain('This is a local preview.');
});

test('PreviewNote is empty if SITE_URL is set', async () => {
  siteUrl.isPreview = false;
  expect((await render(PreviewNote, {})).body.textContent.trim()).toBe('');
});
