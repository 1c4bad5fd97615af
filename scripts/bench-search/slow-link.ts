import type { Browser } from 'playwright-core';
import type { Contender } from './contender.ts';

/** What it takes to search once, as a first visitor. */
export interface Visit {
  query: string;
  /** From the last key to when the first result stands that stays, in ms; infinite where none came. */
  answered: number;
  /** Bytes received of scripts and data by then, and in the end; the page’s HTML, style, type and pictures do not count. */
  bytesToResult: number;
  bytesInAll: number;
  requests: number;
}

export interface Link {
  /** Bits a second, both ways. */
  throughput: number;
  /** Milliseconds there and back. */
  latency: number;
  /** How many times slower the processor is made. */
  slowdown: number;
}

/** The slow link by which searches are compared. */
export const SLOW: Link = { throughput: 1_600_000, latency: 150, slowdown: 1 };

/** Milliseconds between focus and the first key, between keys, and of quiet after which nothing more is expected. */
const BEFORE_TYPING = 500;
const BETWEEN_KEYS = 90;
const QUIET = 1_500;
/** How long a first result is waited for after the last byte, in ms: what was loaded may take long to be made ready. */
const PATIENCE = 20_000;

/** A first visit with an empty cache: the field gets the focus, half a second later the query is typed. */
export async function visit(
  browser: Browser,
  { address, results }: Contender,
  origin: string,
  query: string,
  link: Link = SLOW,
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const received: { at: number; bytes: number }[] = [];
    const counted = new Set<string>();
    let last = Date.now();
    await cdp.send('Network.enable');
    cdp.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script' || type === 'Fetch' || type === 'XHR' || type === 'Other') counted.add(requestId);
    });
    cdp.on('Network.dataReceived', () => (last = Date.now()));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      last = Date.now();
      if (counted.has(requestId)) received.push({ at: last, bytes: encodedDataLength });
    });
    await page.addInitScript(watchResults, results);
    const bytes = link.throughput / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: link.latency,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
    if (link.slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: link.slowdown });

    await page.goto(origin + address, { waitUntil: 'load', timeout: 120_000 });
    await page.focus('record-search input[type="search"]');
    await page.waitForTimeout(BEFORE_TYPING);
    await page.keyboard.type(query, { delay: BETWEEN_KEYS });
    last = Date.now();
    const seen = () => page.evaluate(() => (globalThis as unknown as Watched).seen);
    const isQuiet = ({ changed, tops }: Watched['seen']) =>
      Date.now() - Math.max(last, changed) >= (tops.some(({ top }) => top) ? QUIET : PATIENCE);
    while (!isQuiet(await seen())) await page.waitForTimeout(100);

    const { keyed, tops } = await seen();
    const final = tops.at(-1)?.top;
    const stood = final ? tops.slice(tops.findLastIndex(({ top }) => top !== final) + 1) : [];
    const first = stood.find(({ at }) => at >= keyed) ?? stood.at(-1);
    const answered = first ? Math.max(0, first.at - keyed) : Infinity;
    const sum = (list: typeof received) => list.reduce((total, each) => total + each.bytes, 0);
    return {
      query,
      answered,
      bytesToResult: sum(received.filter(({ at }) => at <= keyed + answered)),
      bytesInAll: sum(received),
      requests: received.length,
    };
  } finally {
    await context.close();
  }
}

interface Watched {
  seen: { keyed: number; changed: number; tops: { at: number; top: string }[] };
}

/** Runs in the page: notes when the last key came, and every change of the list of results with what stood on top, on the clock of the machine. */
function watchResults(selector: string) {
  const seen: Watched['seen'] = { keyed: 0, changed: Date.now(), tops: [] };
  (globalThis as unknown as Watched).seen = seen;
  const note = () => {
    const link = document.querySelector(selector)?.getAttribute('href');
    const top = link ? new URL(link, location.href).pathname : '';
    seen.changed = Date.now();
    seen.tops.push({ at: seen.changed, top });
  };
  addEventListener('input', () => (seen.keyed = Date.now()), { capture: true });
  addEventListener('DOMContentLoaded', () => {
    const search = document.querySelector('record-search')!;
    new MutationObserver(note).observe(search, { childList: true, subtree: true });
  });
}
