import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface AddItemProps {
  readonly isBusy: boolean;
  readonly onAdd: (text: string) => void;
}

/** What was eaten as well, in plain words. */
export function AddItem({ isBusy, onAdd }: AddItemProps) {
  const id = useId();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="amount add"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(text.trim());
      }}
    >
      <label class="visually-hidden" for={id}>
        What else did you eat?
      </label>
      <input
        ref={input}
        id={id}
        class="field"
        data-testid="add-text"
        placeholder="a glass of milk"
        maxLength={500}
        autoComplete="off"
        enterkeyhint="done"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button
        type="submit"
        class="button"
        data-testid="add-save"
        disabled={isBusy || text.trim() === ''}
      >
        Add
      </button>
    </form>
  );
}
