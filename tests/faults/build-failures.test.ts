import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canMount, copyProject, diffBuilds, makeProject, remove, runWithMounts, startBuild, waitForOutput } from '../support/project.ts';

const good = makeProject();
let root = '';
const hasStagingDir = () => existsSync(join(root, '.build'));

beforeAll(async () => {
  expect(await startBuild(good).ended).toMatchObject({ code: 0, error: '' });
});
beforeEach(() => {
  root = copyProject(good);
  return () => remove(root);
});
afterAll(() => remove(good));

describe('the last good build', () => {
  it('survives a killed build; the next build replaces damaged caches and succeeds', async () => {
    const killed = startBuild(root);
    await waitForOutput(root);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(diffBuilds(root, good)).toEqual([]);

    const store = join(root, '.astro/data-store.json');
    if (existsSync(store)) writeFileSync(store, readFileSync(store, 'utf8').replaceAll('Ferry Board', 'Fairy Broad'));
    truncateSync(join(root, '.fonts/serif.woff2'), 1000);
    expect(await startBuild(root).ended).toMatchObject({ code: 0, error: '' });
    expect(diffBuilds(root, good)).toEqual([]);
    expect(hasStagingDir()).toBe(false);
  });

  it('survives a build that is stopped by SIGTERM', async () => {
    const stopped = startBuild(root);
    await waitForOutput(root);
    stopped.process.kill('SIGTERM');
    const { code, error } = await stopped.ended;
    expect(code).toBe(1);
    expect(error.trim()).toBe('Stopped by SIGTERM. The last good dist/ is unchanged.');
    expect(diffBuilds(root, good)).toEqual([]);
  });

  it('is restored if a build was killed while it replaced dist/, even if the next build rejects the content', async () => {
    const staging = join(root, '.build/999999999');
    mkdirSync(staging, { recursive: true });
    renameSync(join(root, 'dist'), join(staging, 'previous'));
    appendFileSync(join(root, 'content/places/port-alder.yaml'), 'wrong: yes\n');
    const { code, error } = await startBuild(root).ended;
    expect(code).toBe(1);
    expect(error).toContain('nothing was built.');
    expect(diffBuilds(root, good)).toEqual([]);
    expect(hasStagingDir()).toBe(false);
  });

  it('survives content that changes during the build', async () => {
    const building = startBuild(root);
    await waitForOutput(root);
    appendFileSync(join(root, 'content/places/port-alder.yaml'), '# one more line\n');
    const { code, error } = await building.ended;
    expect(code).toBe(1);
    expect(error).toContain(
      'Content changed during the build: content/places/port-alder.yaml. The last good dist/ is unchanged.\n    → build again',
    );
    expect(diffBuilds(root, good)).toEqual([]);
    expect(hasStagingDir()).toBe(false);
  });

  it.skipIf(!canMount)('survives a full disk, whose space is freed', () => {
    const build = 'node scripts/build.ts > /dev/null; echo "code $?"';
    const output = runWithMounts(`
      size=$(( $(du -sk ${good} | cut -f1) * 3 ))k
      mount -t tmpfs -o size=$size tmpfs ${root} && cp -a ${good}/. ${root} && cd ${root} || exit 9
      dd if=/dev/zero of=filler bs=1k count=$(( $(df --output=avail . | tail -1) - 700 )) status=none
      ${build}
      diff -r dist ${good}/dist && test ! -e .build && echo unchanged
      rm filler && ${build} && diff -rq dist ${good}/dist && echo identical`);
    expect(output).toContain(
      'The build failed. The last good dist/ is unchanged.\n    → the disk is full: free some space and build again',
    );
    expect(output).toContain('code 1\nunchanged');
    expect(output).toContain('code 0\nidentical');
  });

  it.skipIf(!canMount)('survives if dist/ cannot be replaced or the project cannot be written', () => {
    const output = runWithMounts(`
      cd ${root} && mount --bind dist dist && mount -o remount,ro,bind dist || exit 9
      node scripts/build.ts > /dev/null; echo "code $?"
      test ! -e .build && umount dist && mount --bind ${root} ${root} && mount -o remount,ro,bind ${root} && cd ${root} || exit 9
      node scripts/build.ts; echo "code $?"
      diff -r dist ${good}/dist && echo unchanged`);
    expect(output).toMatch(/Cannot replace dist\/: EBUSY.*\. It is unchanged\.\n {4}→ check its permissions/);
    expect(output).toMatch(/Cannot write to the project directory: EROFS/);
    expect(output.match(/code 1/g)).toHaveLength(2);
    expect(output).toContain('unchanged\n');
  });
});
