import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SendIcon } from '../icons.js';

const EXAMPLES = [
  'two eggs and a slice of toast',
  'oatmeal with a banana and honey',
  '200 g chicken breast with rice',
  'a cappuccino and a croissant',
  'lentil soup, an apple',
];

/** A text to go on with; another instance is added to what is in the field. */
export interface Draft {
  readonly text: string;
}

interface ComposerProps {
  readonly draft: Draft;
  readonly onSend: (text: string) => void;
}

export function Composer({ draft, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (draft.text === '') return;
    setText((typed) => (typed === '' ? draft.text : `${typed}\n${draft.text}`));
    input.current?.focus();
  }, [draft]);

  function send(): void {
    const meal = text.trim();
    if (meal === '') return;
    onSend(meal);
    setText('');
    input.current?.focus();
  }

  function sendOnEnter(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class="examples" aria-label="Example meals">
        {EXAMPLES.map((example) => (
          <button
            key={example}
            type="button"
            class="chip"
            data-testid="example-chip"
            onClick={() => {
              setText(example);
              input.current?.focus();
            }}
          >
            {example}
          </button>
        ))}
      </fieldset>
      <div class="composer-row">
        <label class="visually-hidden" for="meal">
          What did you eat?
        </label>
        <textarea
          ref={input}
          id="meal"
          class="composer-input"
          data-testid="meal-input"
          rows={1}
          placeholder="What did you eat?"
          enterkeyhint="send"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
        <button
          type="submit"
          class="send"
          data-testid="send-button"
          aria-label="Send"
          disabled={text.trim() === ''}
        >
          <SendIcon />
        </button>
      </div>
    </form>
  );
}
