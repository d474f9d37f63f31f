import { l10n } from 'vscode';
import type { CallFault, CallFaultCode } from '../core/index';
import { LensError } from './lensError';

type Figures = CallFault['figures'];

const get = (figures: Figures, key: string): string => String(figures[key] ?? '');

/** The wording of every reason why a call cannot be computed. */
const wordings: Readonly<Record<CallFaultCode, (f: Figures) => string>> = {
  'unknown-function': (f) =>
    l10n.t('"function" must be the id of a function, such as {0}; got {1}.', '"sigmoid"', `"${get(f, 'function')}"`),
  'unknown-setting': (f) =>
    l10n.t(
      '{0} has no parameter "{1}"; it has: {2}.',
      get(f, 'function'),
      get(f, 'setting'),
      get(f, 'known') || l10n.t('none'),
    ),
  'not-a-number': (f) => withValue(l10n.t('"{0}" must be a number.', get(f, 'setting')), f),
  'not-whole': (f) => withValue(l10n.t('"{0}" must be a whole number.', get(f, 'setting')), f),
  below: (f) =>
    withValue(
      f.open === 1
        ? l10n.t('"{0}" must be greater than {1}.', get(f, 'setting'), get(f, 'min'))
        : l10n.t('"{0}" must be at least {1}.', get(f, 'setting'), get(f, 'min')),
      f,
    ),
  above: (f) =>
    withValue(
      f.open === 1
        ? l10n.t('"{0}" must be less than {1}.', get(f, 'setting'), get(f, 'max'))
        : l10n.t('"{0}" must be at most {1}.', get(f, 'setting'), get(f, 'max')),
      f,
    ),
  'not-a-choice': (f) => withValue(l10n.t('"{0}" must be one of {1}.', get(f, 'setting'), get(f, 'choices')), f),
  'not-below': (f) =>
    l10n.t(
      '"{0}" must be less than "{1}", got {2} and {3}.',
      get(f, 'setting'),
      get(f, 'other'),
      get(f, 'got'),
      get(f, 'otherGot'),
    ),
  'not-at-most': (f) =>
    l10n.t(
      '"{0}" must be at most "{1}", got {2} and {3}.',
      get(f, 'setting'),
      get(f, 'other'),
      get(f, 'got'),
      get(f, 'otherGot'),
    ),
  'bad-dtype': (f) => l10n.t('"{0}" is not a number type that is known here.', get(f, 'got')),
  'bad-mode': (f) => l10n.t('"{0}" is neither fused nor stepwise.', get(f, 'got')),
  'no-axis': (f) =>
    l10n.t(
      'The array has no axis {0}: {1} takes one from {2} to {3}.',
      get(f, 'got'),
      get(f, 'function'),
      get(f, 'least'),
      get(f, 'most'),
    ),
  'uneven-axis': (f) =>
    l10n.t(
      '{0} cuts an axis into {1} equal parts; this one has length {2}.',
      get(f, 'function'),
      get(f, 'parts'),
      get(f, 'length'),
    ),
};

/** Codes that programs know from before calls had faults of their own. */
const codes: Partial<Readonly<Record<CallFaultCode, string>>> = {
  'unknown-function': 'unknown-function',
  'unknown-setting': 'unknown-parameter',
  'no-axis': 'out-of-range',
  'uneven-axis': 'out-of-range',
};

/** Why a call cannot be computed, in the reader's language. */
export const faultText = ({ code, figures }: CallFault): string => wordings[code](figures);

/** The fault as an error that is said to people. */
export const faultError = (fault: CallFault): LensError =>
  new LensError(codes[fault.code] ?? 'bad-parameter', faultText(fault));

const withValue = (text: string, figures: Figures): string =>
  figures.got === undefined ? text : `${text} (${get(figures, 'got')})`;
