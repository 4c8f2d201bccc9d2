/** What only Node has; kept apart so that no bundler has to leave it out. */
export { fileStorage } from './storage/file-storage.js';
