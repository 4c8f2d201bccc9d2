import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom: CONTRIBUTING.md. Biome's noUndeclaredDependencies holds every import to the
 * package.json beside it; this holds each package.json to the plan.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  telemetry: [],
  bus: ['contracts', 'telemetry'],
  runtime: ['telemetry'],
  client: ['contracts'],
  stack: ['bus', 'client', 'contracts', 'runtime', 'telemetry'],
  testkit: ['bus', 'client', 'contracts', 'runtime', 'stack', 'telemetry'],
};

/** stack and testkit are for scripts and tests; `client` is what the console's page is made of. */
const FOR_SERVICES = ['bus', 'client', 'contracts', 'runtime', 'telemetry'];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((name) => name.startsWith('@mealwire/'))
    .map((name) => name.replace('@mealwire/', ''));
}

function sourcesOf(folder: string): { file: string; imports: string[] }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      return {
        file,
        imports: [...text.matchAll(/^(?:import|export) (?!type)[^'"]*from '([^']+)'/gm)].map(
          (m) => m[1] as string,
        ),
      };
    });
}

describe('libraries', () => {
  test.each(readdirSync(join(root, 'libs')))('%s imports only what it may', (lib) => {
    const allowed = ALLOWED[lib];
    expect(allowed, `${lib} is not in the plan`).toBeDefined();
    for (const dependency of dependenciesOf(`libs/${lib}`)) expect(allowed).toContain(dependency);
  });
});

describe('services', () => {
  test.each(readdirSync(join(root, 'services')))(
    '%s imports libraries, never a service',
    (service) => {
      for (const dependency of dependenciesOf(`services/${service}`)) {
        expect(FOR_SERVICES).toContain(dependency);
      }
    },
  );

  test.each(readdirSync(join(root, 'services')))(
    '%s reads its environment in one place',
    (service) => {
      const readers = readdirSync(join(root, 'services', service, 'src'), {
        recursive: true,
        encoding: 'utf8',
      })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .filter((file) =>
          readFileSync(join(root, 'services', service, 'src', file), 'utf8').includes(
            'process.env',
          ),
        );
      // A program of its own beside the service, such as ingest's mealctl, has a main.ts as well.
      expect(readers.filter((file) => file !== 'main.ts' && file !== 'mealctl/main.ts')).toEqual(
        [],
      );
    },
  );

  test('the domain does no I/O: it imports types, its own kind and contracts', () => {
    for (const service of readdirSync(join(root, 'services'))) {
      for (const { file, imports } of sourcesOf(`services/${service}/src`)) {
        if (!file.includes('domain/')) continue;
        for (const name of imports)
          expect(name, `${service}/${file}`).toMatch(/^\.\/|^@mealwire\/contracts$/);
      }
    }
  });
});
