import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { atWork, canMount, copyProject, differences, makeProject, remove, startBuild, withMounts } from '../support/project.ts';

let good: string;
let root = '';

const copied = () => (root = copyProject(good));
const staged = () => existsSync(join(root, '.build'));

beforeAll(async () => {
  good = makeProject();
  expect(await startBuild(good).ended).toMatchObject({ code: 0 });
});
afterEach(() => {
  if (root) remove(root);
  root = '';
});
afterAll(() => remove(good));

describe('the last good site is whole', () => {
  it('where a build is killed; what it left running does not get into the next one', async () => {
    copied();
    const killed = startBuild(root);
    await atWork(root);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(differences(root, good)).toEqual([]);

    expect(await startBuild(root).ended).toMatchObject({ code: 0, error: '' });
    expect(differences(root, good)).toEqual([]);
  });

  it('where a build is told to stop, and nothing is left of it', async () => {
    copied();
    const stopped = startBuild(root);
    await atWork(root);
    stopped.process.kill('SIGTERM');
    const { code, error } = await stopped.ended;
    expect(code).toBe(1);
    expect(error).toContain('Stopped (SIGTERM): the last good dist/ is unchanged.');
    expect(differences(root, good)).toEqual([]);
    expect(staged()).toBe(false);
  });

  it('where a build was killed while it published: it is put back, also if the next build is refused', async () => {
    copied();
    mkdirSync(join(root, '.build'));
    renameSync(join(root, 'dist'), join(root, '.build/last'));
    writeFileSync(join(root, '.build/lock'), '999999999');
    appendFileSync(join(root, 'content/places/port-alder.yaml'), 'wrong: yes\n');
    const { code, error } = await startBuild(root).ended;
    expect(code).toBe(1);
    expect(error).toContain('nothing was built.');
    expect(differences(root, good)).toEqual([]);
    expect(staged()).toBe(false);
  });

  it('where content is changed while the site is built', async () => {
    copied();
    const building = startBuild(root);
    await atWork(root);
    appendFileSync(join(root, 'content/places/port-alder.yaml'), '# one more line\n');
    const { code, error } = await building.ended;
    expect(code).toBe(1);
    expect(error).toContain(
      'Changed while the site was being built: content/places/port-alder.yaml. The last good dist/ is unchanged; build again.',
    );
    expect(differences(root, good)).toEqual([]);
    expect(staged()).toBe(false);
  });

  it('where two builds begin at once: the second is told which is the first, and the first ends well', async () => {
    copied();
    const first = startBuild(root);
    await atWork(root);
    const { code, error } = await startBuild(root).ended;
    expect(code).toBe(1);
    expect(error).toContain(`Another build is at work here, process ${first.process.pid}: wait until it has ended.`);
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(differences(root, good)).toEqual([]);
    expect(staged()).toBe(false);
  });
});

describe('damaged caches', () => {
  it('do not reach the site', async () => {
    copied();
    const store = join(root, '.astro/data-store.json');
    const kept = readFileSync(store, 'utf8');
    writeFileSync(store, kept.replaceAll('Ferry Board', 'Fairy Broad'));
    expect(readFileSync(store, 'utf8')).not.toBe(kept);
    truncateSync(join(root, '.fonts/serif.woff2'), 1000);
    writeFileSync(join(root, '.fonts/sans.woff2'), 'no font');
    expect(await startBuild(root).ended).toMatchObject({ code: 0 });
    expect(differences(root, good)).toEqual([]);
  });

  it('that cannot be read are made anew', async () => {
    copied();
    remove(join(root, '.astro'));
    remove(join(root, '.fonts'));
    mkdirSync(join(root, '.astro/data-store.json'), { recursive: true });
    mkdirSync(join(root, '.fonts'));
    writeFileSync(join(root, '.fonts/key'), '\0');
    expect(await startBuild(root).ended).toMatchObject({ code: 0 });
    expect(differences(root, good)).toEqual([]);
  });
});

if (!canMount) console.warn('Not tested: full and read-only disks. This system lets a test mount nothing.');

describe.skipIf(!canMount)('a disk', () => {
  const build = 'node scripts/build.ts > /dev/null; echo "code $?"';

  it('that is full stops the build; the last good site is whole and the space is given back', () => {
    copied();
    const { said } = withMounts(`
      size=$(( $(du -sk --apparent-size ${good} | cut -f1) * 13 / 10 ))k
      mount -t tmpfs -o size=$size tmpfs ${root} && cp -a ${good}/. ${root} && cd ${root} || exit 9
      free=$(df --output=avail . | tail -1)
      dd if=/dev/zero of=filler bs=1k count=$(( free - 700 )) status=none
      ${build}
      diff -r dist ${good}/dist && test ! -e .build && echo whole
      rm filler && ${build} && diff -rq dist ${good}/dist && echo again whole`);
    expect(said).toContain('failed: the last good dist/ is unchanged.');
    expect(said).toContain('code 1\nwhole');
    expect(said).toContain('again whole');
  });

  it('on which dist/ cannot be replaced leaves it as it was, and says why', () => {
    copied();
    const { said } = withMounts(`
      cd ${root} && mount --bind dist dist && mount -o remount,ro,bind dist || exit 9
      ${build}
      diff -r dist ${good}/dist && test ! -e .build && echo whole`);
    expect(said).toMatch(/dist\/ cannot be replaced \(EBUSY[^)]*\): see that you may write here/);
    expect(said).toContain('code 1\nwhole');
  });

  it('that is read-only is said at once', () => {
    copied();
    const { said } = withMounts(`
      mount --bind ${root} ${root} && mount -o remount,ro,bind ${root} && cd ${root} || exit 9
      ${build}
      diff -r dist ${good}/dist && echo whole`);
    expect(said).toMatch(/Nothing can be built here \(EROFS[^)]*\): see that you may write in this folder/);
    expect(said).toContain('code 1\nwhole');
  });
});
