/** What a phone needs of the contract: frames and close codes, without the generated protobuf code. */
export * from './close-codes.js';
export * from './frames.js';
export * from './quality.js';
