/** What a phone needs of the contract: frames, close codes and reports, without generated code. */
export * from './close-codes.js';
export * from './frames.js';
export * from './quality.js';
