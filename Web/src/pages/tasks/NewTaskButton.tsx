import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useMay } from '../../api/permissions.ts';
import { addressOf } from '../../shell/addresses.ts';
import { useFollow } from '../../shell/useFollow.ts';

/** Opens the form of a new order, purchase or refund. */
export function NewTaskButton() {
  const follow = useFollow();
  const order = useMay('submitOrder');
  const purchase = useMay('submitPurchase');
  const refund = useMay('submitRefund');
  const item = (kind: 'order' | 'purchase' | 'refund', text: string, may: typeof order) => ({
    id: kind,
    text,
    href: addressOf.newTask(kind),
    disabled: !may.allowed,
    disabledReason: may.reason,
  });
  return (
    <ButtonDropdown
      variant="primary"
      expandToViewport
      items={[item('order', 'Order', order), item('purchase', 'Purchase', purchase), item('refund', 'Refund', refund)]}
      onItemFollow={follow}
    >
      New task
    </ButtonDropdown>
  );
}
