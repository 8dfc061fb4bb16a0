/** An amount with the decimals of its currency: `1,450.00 EUR`. A currency that the browser does not know gets two. */
export function formatMoney(amount: number | null | undefined, currency: string | null | undefined): string {
  if (amount === null || amount === undefined) {
    return '-';
  }
  const code = currency ?? '';
  return `${new Intl.NumberFormat('en', decimalsOf(code)).format(amount)} ${code}`.trim();
}

function decimalsOf(currency: string): Intl.NumberFormatOptions {
  try {
    const { minimumFractionDigits = 2, maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return { minimumFractionDigits, maximumFractionDigits };
  } catch {
    return { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  }
}
