import './keys.css';
import type { ComponentChildren } from 'preact';
import { useModal } from '../parts/dialog';
import { MODIFIER } from '../parts/modifier';
import { IconButton } from '../parts/parts';
import { choices } from '../session/session';
import { COMMANDS, GROUPS } from './commands';
import { SingleKeys } from './single-keys';

export interface HelpProps {
  onClose: () => void;
}

/** Those that are not commands of one key: fields and lists answer them. */
const FIELDS: readonly { keys: readonly (readonly string[])[]; about: string }[] = [
  { keys: [['/']], about: 'Saved replies, in a reply' },
  { keys: [['@']], about: 'Mention a colleague, in a note' },
  { keys: [['Shift', 'Enter']], about: 'Break the line' },
];

/** Every key, by where it belongs. */
export function Help({ onClose }: HelpProps) {
  const box = useModal();
  const { sendWith, singleKeys } = choices.value;
  return (
    <dialog
      class="dialog keys"
      ref={box}
      aria-labelledby="keys-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <header>
        <h2 id="keys-title">Keys</h2>
        <IconButton label="Close" icon="close" onClick={onClose} />
      </header>
      <div class="body">
        <SingleKeys />
        <div class={singleKeys ? 'groups' : 'groups off'}>
          <Group name="Everywhere">
            <Row keys={[[MODIFIER, 'K']]}>Commands, pages, chats and saved replies by name</Row>
          </Group>
          {GROUPS.map((group) => {
            const keyed = COMMANDS.filter((command) => command.group === group && command.key);
            return (
              keyed.length > 0 && (
                <Group key={group} name={group} single>
                  {keyed.map(({ id, key = '', about, name }) => (
                    <Row key={id} keys={[[key.toUpperCase()]]}>
                      {about ?? name(NOWHERE)}
                    </Row>
                  ))}
                  {group === 'Inbox' && <Row keys={[['↓'], ['↑']]}>From row to row, in the list</Row>}
                </Group>
              )
            );
          })}
          <Group name="While writing">
            <Row keys={[sendWith === 'enter' ? ['Enter'] : [MODIFIER, 'Enter']]}>Send the reply</Row>
            <Row keys={[[MODIFIER, 'Enter']]}>Add the note</Row>
            {FIELDS.map(({ keys, about }) => (
              <Row key={about} keys={keys}>
                {about}
              </Row>
            ))}
          </Group>
        </div>
      </div>
    </dialog>
  );
}

/** Names as they are where nothing is open. */
const nothing = () => {};
const NOWHERE = {
  home: '',
  go: nothing,
  chat: null,
  walk: null,
  waiting: [],
  onDuty: false,
  setDuty: nothing,
  search: null,
  open: nothing,
  show: nothing,
  signOut: nothing,
};

const Group = (props: { name: string; single?: boolean; children: ComponentChildren }) => (
  <section class={props.single ? 'single' : ''}>
    <h3>{props.name}</h3>
    <dl>{props.children}</dl>
  </section>
);

/** @param keys ways to do it; the keys of one way are held together */
const Row = ({ keys, children }: { keys: readonly (readonly string[])[]; children: ComponentChildren }) => (
  <div>
    <dt>{children}</dt>
    <dd>
      {keys.map((together) =>
        together.map((key) => (
          <kbd class="kbd" key={key}>
            {key}
          </kbd>
        )),
      )}
    </dd>
  </div>
);
