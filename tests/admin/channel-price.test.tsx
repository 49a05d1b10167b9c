import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { PriceFields } from '../../admin/pages/channel/price-fields';
import { channelRules } from '../../src/channels/rules';
import { builtInKinds } from '../../src/channels/rules/kinds';
import { show } from './stage';

describe.each(builtInKinds)('what a channel of the kind %s bills', (kind) => {
  let draft: ChannelDraft;
  function Form() {
    const [held, setHeld] = useState(newDraft(kind));
    draft = held;
    return <PriceFields draft={held} change={setHeld} errorAt={() => undefined} />;
  }
  const price = () => inputOf(draft).settings.price;
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });

  it('is entered as an amount, with a limit for the month or without, and taken out again', () => {
    show(<Form />);
    expect(price()).toBeUndefined();
    // What a network is known to bill stands there from the start, and nobody can say that it bills nothing.
    const known = channelRules[kind].price;
    const { withLink, currency = 'EUR' } = known ?? {};
    if (!known) fireEvent.click(screen.getByRole('checkbox'));
    else expect(screen.getByLabelText<HTMLInputElement>(/^Price per post(?! with)/).value).toBe('0.015');
    const listed = { currency, ...(withLink === undefined ? {} : { withLink }) };
    type(/^Price per post(?! with)/, '0,10');
    expect(price()).toEqual({ ...listed, perPost: 10, cap: null });
    type(/^At most per month/, '25');
    expect(price()).toEqual({ ...listed, perPost: 10, cap: 2_500 });
    type(/^Price per post(?! with)/, '0.015');
    expect(price()).toMatchObject({ perPost: 1.5 });
    // What is no amount is sent as such, so that the server says so: it is never taken for "no limit".
    type(/^At most per month/, 'much');
    expect(price()?.cap).toBe(-1);
    if (known) return expect(screen.queryByRole('checkbox')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(inputOf(draft)).toEqual(inputOf(newDraft(kind)));
  });
});
