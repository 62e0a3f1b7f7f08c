import { ana, CLOSED, MINUTE, MORNING, NOW, OPEN, T0 } from './records';
import { all, inEveryState, NOTED, OPENED, QUIET } from './states';

/** A new message after staff have ended it, in every state. */

const ELSEWHERE = ['assistant', ...OPENED, 'due', 'asked', ...QUIET, 'owed', ...NOTED] as const;

inEveryState(
  'a new message, and Ana is on duty',
  { do: 'reopen', hours: OPEN, onDuty: true },
  {
    ...all(ELSEWHERE, 'not_due'),
    handback: {
      turn: '+1',
      '#1': {
        status: 'assigned',
        reopened: 1,
        assignee: ana,
        assignedAt: NOW,
        assignees: [
          { staff: ana, at: T0 + MINUTE },
          { staff: ana, at: NOW },
        ],
      },
      effects: ['cut by s-ana', 'joined #1: s-ana', 'project'],
    },
  },
);

inEveryState(
  'a new message, and Ana is off duty',
  { do: 'reopen', hours: OPEN, onDuty: false },
  {
    ...all(ELSEWHERE, 'not_due'),
    handback: {
      turn: '+1',
      '#1': { status: 'pending', reopened: 1, waitingSince: NOW },
      effects: ['cut', 'asked #1: customer_request from customer', 'project'],
    },
  },
);

inEveryState(
  'a new message off hours',
  { do: 'reopen', hours: CLOSED, onDuty: true },
  {
    ...all(ELSEWHERE, 'not_due'),
    handback: {
      '#2': {
        status: 'ended',
        n: 2,
        reason: 'customer_request',
        urgency: 'normal',
        source: 'customer',
        requestedAt: NOW,
        outcome: 'off_hours',
        endedWhile: 'away',
        endedAt: NOW,
        rating: { is: 'none' },
        away: { opensAt: MORNING, asks: [{ reason: 'customer_request', trigger: '', at: NOW }] },
        followUp: { since: NOW, told: false },
      },
      effects: ['away #2 until the morning', 'project with transcript'],
    },
  },
);
