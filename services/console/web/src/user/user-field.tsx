import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';

const SUGGESTIONS = ['alice', 'bob', 'carol', 'dave'];

interface UserFieldProps {
  readonly user: string;
  readonly onUser: (user: string) => void;
}

/** Any name will do: this is the development token's user. */
export function UserField({ user, onUser }: UserFieldProps) {
  const [draft, setDraft] = useState(user);
  const input = useRef<HTMLInputElement>(null);

  function choose(name: string): void {
    const chosen = name.trim();
    setDraft(chosen === '' ? user : chosen);
    if (chosen !== '' && chosen !== user) onUser(chosen);
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    // Leaving the field is what chooses.
    input.current?.blur();
  }

  return (
    <form class="user" onSubmit={submit}>
      <span class="avatar" aria-hidden="true">
        {user.slice(0, 1)}
      </span>
      <label class="visually-hidden" for="user">
        User
      </label>
      <input
        ref={input}
        id="user"
        class="user-name"
        data-testid="user-field"
        value={draft}
        maxLength={128}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => choose(draft)}
      />
      <fieldset class="suggestions" aria-label="Suggested users">
        {SUGGESTIONS.filter((name) => name !== user).map((name) => (
          <button
            key={name}
            type="button"
            // Before the field loses its focus, which would choose the draft.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              choose(name);
              input.current?.blur();
            }}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
