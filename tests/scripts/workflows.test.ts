import { execSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';

const workflows = globSync('.github/workflows/*.yml').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('the workflows', () => {
  it.each(workflows)('$file names each action by a full commit with its version', ({ text }) => {
    const actions = text.match(/\buses:.*$/gm)!;
    expect(actions.filter((action) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('name each action by the same commit everywhere', () => {
    const actions = new Set(workflows.flatMap(({ text }) => text.match(/(?<=\buses: ).*$/gm)!));
    expect([...actions].map((action) => action.split('@')[0])).toEqual([...new Set([...actions].map((action) => action.split('@')[0]))]);
  });

  it('publish a list of packages that names every dependency, but no folder and no registry', () => {
    const [, command] = /run: (npm sbom .*) > sbom\.cdx\.json$/m.exec(readFileSync('.github/workflows/publish.yml', 'utf8'))!;
    const output = execSync(command!, { encoding: 'utf8', maxBuffer: 1 << 26 });
    const { components } = JSON.parse(output) as { components: { name: string; version: string }[] };
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(components.map(({ name, version }) => `${name}@${version}`)).toEqual(
      expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)),
    );
    for (const place of [process.cwd(), homedir(), '/registry', 'registry.']) expect(output).not.toContain(place);
  });

  it('run the command that the documentation gives for the list of packages', () => {
    const command = /npm sbom .*/.exec(readFileSync('.github/publishing.md', 'utf8'))![0];
    expect(readFileSync('.github/workflows/publish.yml', 'utf8')).toContain(command);
  });
});
