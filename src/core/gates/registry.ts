import { gegluRecord } from './geglu';
import { gluRecord } from './glu';
import { maxoutRecord } from './maxout';
import { regluRecord } from './reglu';
import { swigluRecord } from './swiglu';
import type { GateRecord } from './record';

/** Every gate, in the order in which menus and tables show them. One line each. */
const records: readonly GateRecord[] = [maxoutRecord, gluRecord, swigluRecord, gegluRecord, regluRecord];

/** Every gate by its id. */
export const gates: ReadonlyMap<string, GateRecord> = new Map(records.map((record) => [record.id, record]));
