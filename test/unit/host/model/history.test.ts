import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { History, historyLength } from '../../../../src/host/model/history';
import { encodeEvaluation } from '../../../../src/host/model/stored';
import { evaluationAt, relu } from './support';

describe('the history', () => {
  it('reads what it stored, NaN, infinities and minus zero among it', () => {
    const history = new History(undefined);
    history.add([evaluationAt(0, relu, [NaN, -Infinity, -0, 5e-324])]);
    const again = new History(JSON.parse(JSON.stringify(history.stored)));
    assert.deepEqual(again.find(again.list[0]!.id), [evaluationAt(0, relu, [NaN, -Infinity, -0, 5e-324])]);
  });

  it('reads the form of the first versions, and leaves garbage aside', () => {
    const good = { id: 3, name: 'old', evaluation: { ...encodeEvaluation(evaluationAt(0)), source: null } };
    const bad = [null, 1, {}, { id: 1 }, { ...good, evaluation: null }, { ...good, id: 'x' }];
    const torn = { ...good, evaluation: { ...good.evaluation, values: '1' } };
    const foreign = { ...good, evaluation: { ...good.evaluation, call: { kind: 'spline' } } };
    const history = new History([...bad, torn, foreign, good]);
    assert.deepEqual(
      history.list.map(({ id, name }) => [id, name]),
      [[3, 'old']],
    );
    assert.deepEqual(new History({ version: 99, entries: [good] }).list, []);
  });

  it('is not emptied by one command over many arrays', () => {
    const history = new History(undefined);
    history.add([evaluationAt(1)]);
    history.add(Array.from({ length: 100 }, (_, i) => evaluationAt(10 + i)));
    assert.deepEqual(
      history.list.map(({ count }) => count),
      [100, 1],
    );
  });

  it('writes each evaluation once, however often it is stored', () => {
    const history = new History(undefined);
    history.add([evaluationAt(0)]);
    const [first] = history.stored.entries;
    history.add([evaluationAt(50)]);
    assert.equal(history.stored.entries[1]?.evaluations[0], first?.evaluations[0]);
  });

  it('is bounded in length, in what it keeps and in what it stores', () => {
    const history = new History(undefined);
    for (let i = 0; i < historyLength + 5; i++) history.add([evaluationAt(i)]);
    assert.equal(history.list.length, historyLength);
    const large = numericArray(new Float64Array(3_000_000));
    for (let i = 0; i < 5; i++) history.add([{ ...evaluationAt(1000 + i), input: large }]);
    assert.ok(history.list.filter(({ shape }) => shape[0] === 3_000_000).length <= 3);
    for (let i = 0; i < 20; i++) {
      history.add([{ ...evaluationAt(2000 + i), input: numericArray(new Float64Array(9000)) }]);
    }
    const stored = history.stored.entries.flatMap(({ evaluations }) => evaluations);
    assert.ok(stored.reduce((sum, { shape }) => sum + shape[0]!, 0) <= 100_000);
  });

  it('keeps the name of a call that is run again on the same place', () => {
    const history = new History(undefined);
    history.add([evaluationAt(0)]);
    history.rename(history.list[0]!.id, 'mine');
    history.add([evaluationAt(0)]);
    assert.deepEqual(
      history.list.map(({ name }) => name),
      ['mine'],
    );
  });
});
