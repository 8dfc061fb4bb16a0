import { expect, it } from 'vitest';
import { timelineOf } from '../../../src/pages/task/timeline.ts';

const at = (second: number) => `2026-11-22T10:00:0${second}.000Z`;

it('puts what was said under one status together, and says how long it lasted', () => {
  const parts = timelineOf([
    { status: 'Pending', at: at(0), by: 'ada' },
    { status: 'Running', at: at(1), by: 'workflow' },
    { status: 'Running', at: at(2), by: 'workflow:RequestApproval' },
    { status: 'Waiting', at: at(3), by: 'workflow:RequestApproval', note: 'Waits for a decision.' },
    { status: 'Running', at: at(4), by: 'olga', note: 'Approved: fine' },
  ]);

  expect(parts).toEqual([
    { status: 'Pending', from: at(0), to: at(1), lines: [{ at: at(0), person: 'ada', step: undefined, note: undefined }] },
    {
      status: 'Running',
      from: at(1),
      to: at(3),
      lines: [
        { at: at(1), person: undefined, step: undefined, note: undefined },
        { at: at(2), person: undefined, step: 'RequestApproval', note: undefined },
      ],
    },
    { status: 'Waiting', from: at(3), to: at(4), lines: [{ at: at(3), person: undefined, step: 'RequestApproval', note: 'Waits for a decision.' }] },
    { status: 'Running', from: at(4), lines: [{ at: at(4), person: 'olga', step: undefined, note: 'Approved: fine' }] },
  ]);
});

it('takes a person whose name begins like the workflow for a person', () => {
  expect(timelineOf([{ status: 'Pending', at: at(0), by: 'workflows-team' }])[0]?.lines[0]?.person).toBe('workflows-team');
});
