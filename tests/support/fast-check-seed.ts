import fc from 'fast-check';

/** Makes generated input the same on every run. `FC_SEED` sets another seed. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
