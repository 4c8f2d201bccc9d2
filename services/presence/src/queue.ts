/** Every presence process is a member: each message goes to one of them. */
export const PRESENCE_QUEUE = 'presence';
